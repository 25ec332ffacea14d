/** The same listener, but one that fails no call: what it throws, or rejects with, is dropped. */
export function failSafe<Event>(listener: (event: Event) => void): (event: Event) => void {
  return (event) => {
    try {
      const heard: unknown = listener(event);
      if (heard instanceof Promise) heard.catch(() => {});
    } catch {
      // Whoever listens has to look after its own failures.
    }
  };
}
