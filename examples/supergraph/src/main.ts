import { albumsSubgraph } from "./albums.ts";
import { compose } from "./compose.ts";
import { startImmSubgraph } from "./imm.ts";
import { listen } from "./listen.ts";
import { createRouter } from "./router.ts";

try {
  const imm = await startImmSubgraph(".imm");
  const albums = await listen(albumsSubgraph);
  const router = createRouter(await compose({ imm: imm.url, albums: albums.url }));
  const supergraph = await listen(router, Number(process.env["PORT"] ?? 4200));

  const stop = async () => {
    for (const service of [supergraph, router, albums, imm]) await service[Symbol.asyncDispose]();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);

  console.log(`imm         ${imm.url}\nalbums      ${albums.url}\nsupergraph  ${supergraph.url}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
