import type { Plugin } from "graphql-yoga";

/**
 * Says of each answer that no cache may keep it, since it is one caller's, except where it says otherwise itself.
 * Where it differs by origin, it says so to caches between too.
 */
export function useCacheHeaders({ varyByOrigin }: { varyByOrigin: boolean }): Plugin {
  return {
    onResponse({ response: { headers } }) {
      // Yoga lets caches keep a stream of events, as long as they revalidate it.
      const isStream = headers.get("content-type")?.startsWith("text/event-stream");
      // nginx would keep events back until there are many.
      if (isStream) headers.set("x-accel-buffering", "no");
      if (isStream || !headers.has("cache-control")) headers.set("cache-control", "no-store");
      if (!varyByOrigin) return;
      const others = (headers.get("vary") ?? "")
        .split(/\s*,\s*/)
        .filter((name) => !/^(origin)?$/i.test(name));
      headers.set("vary", [...others, "Origin"].join(", "));
    },
  };
}
