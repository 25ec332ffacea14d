import { CancellationToken, type AbortSignalLike } from "../../imm/cancellation-token.ts";

/** Those who wait for one call. */
export class Readers {
  readonly #cancellation = new CancellationToken();
  #waiting = 0;

  /** Is aborted when the last of them leaves. */
  get signal(): AbortSignalLike {
    return this.#cancellation;
  }

  /** Waits until a part of the call's answer is there, or until `signal` is aborted; the last one waits for the call's end. */
  wait<Part>(part: Promise<Part>, signal: AbortSignalLike | undefined): Promise<Part> {
    this.#waiting += 1;
    if (!signal) return part;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting -= 1;
        if (this.#waiting > 0) reject(signal.reason as Error);
        else this.#cancellation.abort(signal.reason);
      };
      part.then(resolve, reject);
      if (signal.aborted) leave();
      else signal.addEventListener("abort", leave);
    });
  }
}
