// Connections that were not made or that broke, told so that a person knows where to look: the name service, the network,
// the other side, or its TLS certificate. Trust is a code of its own: nobody should just try again.
import { CustodianError } from '../../shared/errors.ts';

/** A connection that was not made, or that broke. */
export function networkError(
  error: unknown,
  host: string,
): CustodianError<'REMOTE_UNREACHABLE'> | CustodianError<'REMOTE_TLS'> {
  const codes = causes(error).flatMap((cause) =>
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? [cause.code] : [],
  );
  const tls = codes.map(explainTls).find((known) => known !== null);
  if (tls !== undefined) {
    return new CustodianError('REMOTE_TLS', { host, detail: tls }, { cause: error });
  }
  const detail = codes.map((code) => EXPLAINED[code]).find((known) => known !== undefined) ?? codes[0];
  return new CustodianError('REMOTE_UNREACHABLE', { host, detail: detail ?? 'no connection' }, { cause: error });
}

const EXPLAINED: Record<string, string> = {
  ENOTFOUND: 'no such host name',
  EAI_AGAIN: 'the name service does not answer',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was cut',
  ECONNABORTED: 'the connection was cut',
  EPIPE: 'the connection was cut',
  EHOSTUNREACH: 'no route to the host',
  EHOSTDOWN: 'no route to the host',
  ENETUNREACH: 'no network',
  ENETDOWN: 'no network',
  EADDRNOTAVAIL: 'no network',
  ETIMEDOUT: 'no answer',
  Z_DATA_ERROR: 'its compressed answer is damaged',
  Z_BUF_ERROR: 'its compressed answer is damaged',
};

const TLS: Record<string, string> = {
  CERT_HAS_EXPIRED: 'its TLS certificate has expired',
  CERT_NOT_YET_VALID: 'its TLS certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another name',
};

function explainTls(code: string): string | null {
  if (/^ERR_SSL_.*ALERT_(BAD_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED)/.test(code)) {
    return `it does not accept the client certificate: ${code}`;
  }
  if (/^(DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|CERT_)/.test(code)) {
    return TLS[code] ?? `its TLS certificate is not trusted: ${code}`;
  }
  return TLS[code] ?? (/^(EPROTO|ERR_(SSL|TLS)_)/.test(code) ? `TLS failed: ${code}` : null);
}

/** The error and what caused it, outermost first. */
export function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let cause = error; cause !== undefined && found.length < 10;) {
    found.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return found;
}
