/** What the gateway tells the page of itself. */
export const gatewayInfo = { region: read("imm-region"), endpoint: read("imm-endpoint") };

function read(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}
