import type { ExecutionResult } from "graphql";

/** The events of a response by GraphQL over SSE, each as soon as it is there. */
export async function* readEvents<Result extends ExecutionResult>(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Result> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error("The gateway ended the stream before it was complete.");
    text += decoder.decode(value, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const fields = new Map(
        block.split("\n").map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? ["", ""]) as [
          string,
          string,
        ][],
      );
      if (fields.get("event") === "complete") return;
      if (fields.get("event") === "next") yield JSON.parse(fields.get("data")!) as Result;
    }
  }
}
