import { useMemo, useSyncExternalStore } from "react";

/** What stands behind the `?` of the page's address, also after the browser's "Back". */
export function useAddress(): URLSearchParams {
  const search = useSyncExternalStore(listen, () => location.search);
  return useMemo(() => new URLSearchParams(search), [search]);
}

/** Goes to another address of the page without loading it. */
export function goTo(search: string): void {
  history.pushState(null, "", search);
  // The browser itself tells of "Back" and "Forward" alone.
  dispatchEvent(new PopStateEvent("popstate"));
}

function listen(changed: () => void) {
  addEventListener("popstate", changed);
  return () => removeEventListener("popstate", changed);
}
