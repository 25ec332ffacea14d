/**
 * A signal that is aborted when a request's client leaves. Yoga's own is none of Node's: combined with another
 * (`AbortSignal.any`) it forgets to say that it is aborted.
 */
export function leavingOf({ signal }: Request): AbortSignal {
  const leaving = new AbortController();
  const leave = () => leaving.abort(signal.reason);
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave, { once: true });
  return leaving.signal;
}
