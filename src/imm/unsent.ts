// Those of TLS are many: of a certificate that isn't to be trusted, or of two ends that find no common protocol.
const connecting =
  /^(UND_ERR_CONNECT_TIMEOUT|ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ERR_(TLS|SSL)_\w+|.*(CERT|SIGNATURE|ISSUER).*)$/;

/** Whether the code of a failed connection says that none was made, so that nothing was sent. */
export function isUnsent(code: string): true | undefined {
  return connecting.test(code) || undefined;
}
