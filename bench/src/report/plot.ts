/** A line through points. */
export interface Line {
  readonly title: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Whether the eye shall find it first. */
  readonly isMain?: boolean;
}

export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Line[];
}

const width = 840;
const height = 440;
const frame = { left: 64, right: 540, top: 48, bottom: 384 };

// Told apart by who sees no red or no green, on white and on black.
const light = ["#d1495b", "#0072b2", "#00846b", "#9a5b00", "#8e4585", "#57606a", "#4b4ded"];
const dark = ["#ff7b8a", "#58b4f0", "#3fd0ac", "#e6a23c", "#d79ad0", "#9ba7b3", "#9aa0ff"];

/** Draws lines as SVG, from zero on, with a legend in the order in which they end. */
export function plot({ title, x, y, lines }: Plot): string {
  const all = lines.flatMap(({ points }) => points);
  const xs = ticks(Math.max(...all.map(([value]) => value)));
  const ys = ticks(Math.max(...all.map(([, value]) => value)));
  const scaleX = (value: number) => round(frame.left + (value / xs.at(-1)!) * (frame.right - frame.left));
  const scaleY = (value: number) => round(frame.bottom - (value / ys.at(-1)!) * (frame.bottom - frame.top));

  const grid = [
    ...ys.map(
      (value) =>
        `<path class="grid" d="M${frame.left} ${scaleY(value)}H${frame.right}"/><text x="${frame.left - 8}" y="${scaleY(value) + 4}" text-anchor="end">${label(value)}</text>`,
    ),
    ...xs.map(
      (value) =>
        `<text x="${scaleX(value)}" y="${frame.bottom + 18}" text-anchor="middle">${label(value)}</text>`,
    ),
  ];

  const drawn = lines.map(({ points, isMain }, index) => {
    const path = points.map(([px, py]) => `${scaleX(px)} ${scaleY(py)}`).join("L");
    const dots = points.map(([px, py]) => `<circle cx="${scaleX(px)}" cy="${scaleY(py)}" r="3"/>`).join("");
    return `<g class="line c${index}${isMain ? " main" : ""}"><path d="M${path}"/>${dots}</g>`;
  });

  const legend = lines
    .map((line, index) => ({ line, index, end: line.points.at(-1)![1] }))
    .toSorted((a, b) => b.end - a.end)
    .map(({ line, index }, place) => {
      const at = frame.top + 12 + place * 24;
      const mark = `<g class="line c${index}${line.isMain ? " main" : ""}"><path d="M${frame.right + 20} ${at}h24"/><circle cx="${frame.right + 32}" cy="${at}" r="3"/></g>`;
      return `${mark}<text${line.isMain ? ' class="strong"' : ""} x="${frame.right + 52}" y="${at + 4}">${escape(line.title)}</text>`;
    });

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.strong { font-weight: 600 }
.grid { stroke: #d1d9e0 }
.line path { fill: none; stroke: currentColor; stroke-width: 1.5 }
.line circle { fill: currentColor }
.main path { stroke-width: 3 }
${colours(light)}
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.grid { stroke: #3d444d }
${colours(dark)}
}
</style>
<text class="strong" x="${frame.left}" y="24">${escape(title)}</text>
${[...grid, ...drawn, ...legend].join("\n")}
<text x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 42}" text-anchor="middle">${escape(x)}</text>
<text x="16" y="${(frame.top + frame.bottom) / 2}" text-anchor="middle" transform="rotate(-90 16 ${(frame.top + frame.bottom) / 2})">${escape(y)}</text>
</svg>
`;
}

const colours = (palette: readonly string[]) =>
  palette.map((colour, index) => `.c${index} { color: ${colour} }`).join("\n");

const round = (value: number) => Math.round(value * 10) / 10;
const label = (value: number) => value.toLocaleString("en");
const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Round numbers from zero to the first that isn't below the highest, four to ten steps. */
export function ticks(highest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [0.2, 0.5, 1, 2].map((part) => part * power).find((size) => highest / size <= 8) ?? 2 * power;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
