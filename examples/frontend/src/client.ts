import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { Client, fetchExchange } from "urql";
import { sendIds } from "./send-ids.ts";
import { insertDataset, readProjectAgain } from "./updates.ts";

const embedded = () => null;

/** Asks the gateway, and keeps one copy of each project, dataset and file by its `id`. */
export const client = new Client({
  url: "/graphql",
  // Else short queries go into the address, which proxies log and caches keep.
  preferGetMethod: false,
  // By SSE, as the gateway sends them.
  fetchSubscriptions: true,
  exchanges: [
    cacheExchange({
      // These have no `id`: they are part of what they belong to.
      keys: {
        Address: embedded,
        BindingConnection: embedded,
        Coordinates: embedded,
        DatasetConnection: embedded,
        FileAggregate: embedded,
        FileConnection: embedded,
        NumberAggregate: embedded,
        PageInfo: embedded,
        ValueAggregate: embedded,
        ValueGroup: embedded,
      },
      resolvers: {
        Dataset: { query: relayPagination(), search: relayPagination() },
        Project: { datasets: relayPagination() },
      },
      updates: { Mutation: { createDataset: insertDataset, createProject: readProjectAgain } },
    }),
    ...(import.meta.env["VITE_TRUSTED_DOCUMENTS"] === "on" ? [sendIds] : []),
    fetchExchange,
  ],
});
