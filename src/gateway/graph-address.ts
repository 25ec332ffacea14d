/** Whether an address is the graph's; Yoga takes more slashes for one. */
export function isGraphAt({ pathname }: URL): boolean {
  return /^\/+graphql\/*$/.test(pathname);
}
