import {
  fakePromise as wrapThenable,
  handleMaybePromise as handleAndFinish,
  isActualPromise,
  isPromise,
} from "@whatwg-node/promise-helpers";

// What the process's bundle has in the place of `@whatwg-node/promise-helpers` 1.3, by which Yoga and envelop call every
// hook: the same, but for what is there at once it makes one object where that makes eight functions. That was two fifths
// of what a small request left to the garbage collector.

export {
  createDeferredPromise,
  isActualPromise,
  isPromise,
  mapAsyncIterator,
  promiseLikeFinally,
} from "@whatwg-node/promise-helpers";
export { iterateAsync as iterateAsyncVoid };

type MaybePromise<T> = PromiseLike<T> | T;
type OnValue<T, Result> = (value: T) => MaybePromise<Result>;
type OnError<Result> = (error: unknown) => MaybePromise<Result>;

/** By which both versions know a value or an error that looks like a promise. */
const fake = Symbol.for("@whatwg-node/promise-helpers/FakePromise");

class FakePromise<T> {
  readonly __fakePromiseValue: T;

  constructor(value: T) {
    this.__fakePromiseValue = value;
  }
  get [Symbol.toStringTag]() {
    return "Promise";
  }
  get [fake]() {
    return "resolved";
  }
  then(onValue?: OnValue<T, unknown>): PromiseLike<unknown> | this {
    return onValue ? settled(onValue, this.__fakePromiseValue) : this;
  }
  catch() {
    return this;
  }
  finally(onFinally?: () => unknown) {
    const keep = () => this.__fakePromiseValue;
    return onFinally ? settled(() => fakePromise(onFinally()).then(keep, keep), undefined) : this;
  }
}

class FakeRejection {
  readonly __fakeRejectError: unknown;

  constructor(error: unknown) {
    this.__fakeRejectError = error;
  }
  get [Symbol.toStringTag]() {
    return "Promise";
  }
  get [fake]() {
    return "rejected";
  }
  then(_onValue?: OnValue<never, unknown>, onError?: OnError<unknown>): PromiseLike<unknown> | this {
    return onError ? settled(onError, this.__fakeRejectError) : this;
  }
  catch(onError?: OnError<unknown>) {
    return this.then(undefined, onError);
  }
  finally(onFinally?: () => unknown) {
    try {
      onFinally?.();
    } catch (error) {
      return new FakeRejection(error);
    }
    return this;
  }
}

/** What a function answers, or how it fails, as something that looks like a promise. */
function settled<T>(work: (input: T) => unknown, input: T): Promise<unknown> {
  try {
    return fakePromise(work(input));
  } catch (error) {
    return fakeRejectPromise(error);
  }
}

export function fakePromise<T>(value?: MaybePromise<T>): Promise<T> {
  if (value && isActualPromise(value)) return value;
  if (isPromise(value)) return wrapThenable(value);
  return new FakePromise(value) as unknown as Promise<T>;
}

export function fakeRejectPromise(error: unknown): Promise<never> {
  return new FakeRejection(error) as unknown as Promise<never>;
}

/** What stands in something that looks like a promise: thrown, if it is an error. */
export function unfakePromise<T>(value: MaybePromise<T>): MaybePromise<T> {
  const kind = (value as { [fake]?: unknown } | null | undefined)?.[fake];
  if (kind === "resolved") return (value as unknown as FakePromise<T>).__fakePromiseValue;
  if (kind === "rejected") throw (value as unknown as FakeRejection).__fakeRejectError;
  return value;
}

/** What a function answers: at once, if that is there, else a promise. */
function valueOf<T>(answer: MaybePromise<T>): MaybePromise<T> {
  return isPromise(answer) ? unfakePromise(fakePromise(answer)) : answer;
}

export function handleMaybePromise<Input, Result>(
  input: () => MaybePromise<Input>,
  onValue: OnValue<Input, Result>,
  onError?: OnError<Result>,
  onFinally?: () => MaybePromise<void>,
): MaybePromise<Result> {
  if (onFinally) return handleAndFinish(input, onValue, onError, onFinally);
  let value;
  try {
    value = valueOf(input());
  } catch (error) {
    if (!onError) throw error;
    return valueOf(onError(error));
  }
  if (isPromise(value)) return unfakePromise(value.then(onValue, onError));
  return onValue ? valueOf(onValue(value)) : (value as unknown as Result);
}

export function mapMaybePromise<Input, Result>(
  input: MaybePromise<Input>,
  onValue: OnValue<Input, Result>,
  onError?: OnError<Result>,
): MaybePromise<Result> {
  return handleMaybePromise(() => input, onValue, onError);
}

/** Calls back for one value after the other, until one ends it; waits for those that answer promises. */
export function iterateAsync<T, Output>(
  iterable: Iterable<T>,
  callback: (value: T, endEarly: () => void, index: number) => MaybePromise<Output | null | undefined | void>,
  results?: Output[],
): MaybePromise<void> {
  const iterator = iterable[Symbol.iterator]();
  let index = 0;
  const goOn = (): MaybePromise<void> => {
    for (;;) {
      const { done, value } = iterator.next();
      if (done) return undefined;
      let isEnded = false;
      const endEarly = () => void (isEnded = true);
      const take = (output: Output | null | undefined | void) => {
        if (output) results?.push(output);
        return isEnded;
      };
      const output = valueOf(callback(value, endEarly, index++));
      if (isPromise(output)) return unfakePromise(output.then((late) => (take(late) ? undefined : goOn())));
      if (take(output)) return undefined;
    }
  };
  return goOn();
}
