// Authorities and proxy, as rows.
import { PROXY_KINDS } from '../../../shared/domain/network.ts';
import type { ProxyAccount, RecordedAuthority, RecordedProxy } from '../../ports/network.ts';
import { json, oneOf, type Row, type SqlValue, text, textOrNull } from '../columns.ts';

export const authorityFrom = (row: Row): RecordedAuthority => ({
  subject: text(row, 'subject'),
  sha256: text(row, 'sha256'),
  endsAt: text(row, 'ends_at'),
  certificate: text(row, 'certificate'),
});

export const authorityColumns = (authority: RecordedAuthority): Record<string, SqlValue> => ({
  sha256: authority.sha256,
  subject: authority.subject,
  ends_at: authority.endsAt,
  certificate: authority.certificate,
});

export const proxyFrom = (row: Row): RecordedProxy => ({
  kind: oneOf(row, 'kind', PROXY_KINDS),
  address: textOrNull(row, 'address'),
  script: textOrNull(row, 'script'),
  noProxy: json<string[]>(row, 'no_proxy'),
});

export const proxyColumns = ({ kind, address, script, noProxy }: RecordedProxy): Record<string, SqlValue> => ({
  only_one: 1,
  kind,
  address,
  script,
  no_proxy: JSON.stringify(noProxy),
});

export const proxyAccountFrom = (row: Row): ProxyAccount => ({
  proxy: text(row, 'proxy'),
  user: text(row, 'user_name'),
});
