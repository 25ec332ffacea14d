/** What the gateway wrote into the page about itself. */
export const gatewayInfo = { region: read("imm-region"), endpoint: read("imm-endpoint") };

function read(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}
