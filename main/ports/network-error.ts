// Connections that were not made or that broke, told so that a person knows where to look: the name service, the network,
// the other side, or its TLS certificate. Trust is a code of its own: nobody should just try again.
import type { ConnectionProblem } from '../../shared/problems/connection.ts';
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
  const [first] = codes;
  const otherwise: ConnectionProblem =
    first === undefined ? { code: 'no-connection' } : { code: 'system', name: first };
  const detail = codes.map((code) => EXPLAINED[code]).find((known) => known !== undefined) ?? otherwise;
  return new CustodianError('REMOTE_UNREACHABLE', { host, detail }, { cause: error });
}

const EXPLAINED: Record<string, ConnectionProblem> = {
  ENOTFOUND: { code: 'no-such-host' },
  EAI_AGAIN: { code: 'name-service-silent' },
  ECONNREFUSED: { code: 'refused' },
  ECONNRESET: { code: 'cut' },
  ECONNABORTED: { code: 'cut' },
  EPIPE: { code: 'cut' },
  EHOSTUNREACH: { code: 'no-route' },
  EHOSTDOWN: { code: 'no-route' },
  ENETUNREACH: { code: 'no-network' },
  ENETDOWN: { code: 'no-network' },
  EADDRNOTAVAIL: { code: 'no-network' },
  ETIMEDOUT: { code: 'silent' },
  Z_DATA_ERROR: { code: 'answer-damaged' },
  Z_BUF_ERROR: { code: 'answer-damaged' },
};

const TLS: Record<string, ConnectionProblem> = {
  CERT_HAS_EXPIRED: { code: 'tls-expired' },
  CERT_NOT_YET_VALID: { code: 'tls-not-yet-valid' },
  ERR_TLS_CERT_ALTNAME_INVALID: { code: 'tls-other-name' },
};

function explainTls(code: string): ConnectionProblem | null {
  if (/^ERR_SSL_.*ALERT_(BAD_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED)/.test(code)) {
    return { code: 'tls-client-refused', name: code };
  }
  if (/^(DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|CERT_)/.test(code)) {
    return TLS[code] ?? { code: 'tls-untrusted', name: code };
  }
  return TLS[code] ?? (/^(EPROTO|ERR_(SSL|TLS)_)/.test(code) ? { code: 'tls-failed', name: code } : null);
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
