/** The host of a URL that has this text between its scheme and its path, as the URL writes it; undefined if it can't. */
export function hostnameOf(text: string): string | undefined {
  const isAlone = !/[\s/?#@\\]/.test(text);
  return isAlone && URL.canParse(`http://${text}`) ? new URL(`http://${text}`).hostname : undefined;
}

/** A host without the brackets that a URL writes around IPv6. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1");
}
