import { composeServices, compositionHasErrors } from "@theguild/federation-composition";
import { parse } from "graphql";

/**
 * Composes the subgraphs that answer at these addresses into a supergraph's SDL.
 *
 * @throws Error whose message tells what keeps them apart.
 */
export async function compose(subgraphs: Readonly<Record<string, string>>): Promise<string> {
  const services = await Promise.all(
    Object.entries(subgraphs).map(async ([name, url]) => ({
      name,
      url,
      typeDefs: parse(await readSdl(url)),
    })),
  );
  const composed = composeServices(services);
  if (compositionHasErrors(composed))
    throw new Error(composed.errors.map(({ message }) => message).join("\n"));
  return composed.supergraphSdl;
}

/** The SDL that a subgraph tells of itself. */
export async function readSdl(url: string): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ _service { sdl } }" }),
  });
  const { data } = (await response.json()) as { data: { _service: { sdl: string } } };
  return data._service.sdl;
}
