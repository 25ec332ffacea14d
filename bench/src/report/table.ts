/** A table in Markdown that is also one in a terminal; columns but the first stand at the right, unless told. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align: "left" | "right" = "right",
): string {
  const widths = header.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column]!, column, align)).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    isRight(column, align) ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(header), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

const isRight = (column: number, align: "left" | "right") => align === "right" && column > 0;

function pad(cell: string, width: number, column: number, align: "left" | "right"): string {
  return isRight(column, align) ? cell.padStart(width) : cell.padEnd(width);
}
