import { albumsSubgraph } from "./albums.ts";
import { compose } from "./compose.ts";
import { startImmSubgraph } from "./imm.ts";
import { listen } from "./listen.ts";
import { createRouter } from "./router.ts";

const imm = await startImmSubgraph(".imm");
const albums = await listen(albumsSubgraph);
const router = createRouter(await compose({ imm: imm.url, albums: albums.url }));
const supergraph = await listen(router, Number(process.env["PORT"] ?? 4200));

console.log(`imm         ${imm.url}\nalbums      ${albums.url}\nsupergraph  ${supergraph.url}`);

async function stop() {
  await supergraph[Symbol.asyncDispose]();
  await router[Symbol.asyncDispose]();
  await albums[Symbol.asyncDispose]();
  await imm[Symbol.asyncDispose]();
  process.exit(0);
}
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
