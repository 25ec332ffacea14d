import { describe, expect, it } from "vitest";
import { indexOf, scriptedGateway, waitFor } from "../../support/gateway/scripted-gateway.ts";
import { subscribe } from "../../support/gateway/subscribe.ts";
import { heap } from "../../support/process/heap.ts";

const MB = 1_000_000;

describe("5,000 subscriptions that end in each way that there is", () => {
  it("leave no timer, stream or memory behind", async () => {
    const index = indexOf(["oss://photos/there.jpg", {}]);
    await using service = scriptedGateway(index.script, { limits: { streamSeconds: 4 } });
    const heaps: number[] = [];

    const subscribeTo = async (n: number) => {
      const leaving = new AbortController();
      const missing = `oss://photos/${n}.jpg`;
      switch (n % 4) {
        case 0:
          return { stream: await subscribe(service.gateway, waitFor("oss://photos/there.jpg")) };
        case 1:
          return { stream: await subscribe(service.gateway, waitFor(missing)), leaves: true };
        case 2:
          // It is open until it has been for too long.
          return { stream: await subscribe(service.gateway, waitFor(missing, "oss://photos/there.jpg")) };
        default:
          // It leaves before anything is read.
          await service.gateway.fetch("http://localhost/graphql", {
            method: "POST",
            headers: { "content-type": "application/json", accept: "text/event-stream" },
            body: JSON.stringify(waitFor(missing)),
            signal: leaving.signal,
          });
          leaving.abort();
          return undefined;
      }
    };

    for (let part = 0; part < 4; part += 1) {
      for (let begun = 0; begun < 1_250; begun += 50) {
        const first = part * 1_250 + begun;
        const opened = await Promise.all(Array.from({ length: 50 }, (_, n) => subscribeTo(first + n)));
        await service.clock.advance(1_000);
        for (const { stream, leaves } of opened.filter((one) => one !== undefined)) {
          if (leaves) await stream.leave();
        }
        await service.clock.advance(4_000);
        for (const { stream, leaves } of opened.filter((one) => one !== undefined)) {
          if (!leaves) await stream.rest();
        }
      }
      for (const kept of [service.sent, service.log, service.requests]) kept.length = 0;
      const ends = service.ended.splice(0).map(({ end }) => end);
      expect(new Set(ends)).toEqual(new Set(["completed", "left", "timeout"]));
      expect(ends).toHaveLength(1_250);
      heaps.push(heap());
    }

    expect([service.open, service.clock.waiting]).toEqual([0, 0]);
    // 400 bytes of each stream would be in every part.
    const grown = heaps.slice(1).map((size, part) => size - heaps[part]!);
    expect(Math.min(...grown)).toBeLessThan(0.5 * MB);
  });
});
