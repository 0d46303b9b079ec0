// Authorities that a person named, and the proxy.
import { PROXY_KINDS } from '../../../shared/domain/network.ts';
import type { ProxyAccount, RecordedAuthority, RecordedProxy } from '../../ports/network.ts';
import { column, json, oneOf, orNull, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

const AUTHORITIES = table<RecordedAuthority>('authorities', {
  subject: text,
  sha256: text,
  endsAt: text,
  certificate: text,
});

const PROXY = table<RecordedProxy>('proxy', {
  kind: oneOf(PROXY_KINDS),
  address: orNull(text),
  script: orNull(text),
  noProxy: json(),
});

const ACCOUNT = table<ProxyAccount>('proxy_account', { proxy: text, user: column('user_name', text) });

const ONLY_ONE = { only_one: 1 };

export const network = {
  reads: (rows) => ({
    authorities: () => rows.all(AUTHORITIES, 'ORDER BY subject, sha256'),
    proxy: () => rows.all(PROXY)[0] ?? { kind: 'system', address: null, script: null, noProxy: [] },
    proxyAccount: () => rows.all(ACCOUNT)[0] ?? null,
  }),
  changes: (rows) => ({
    addAuthority: (authority) => rows.put(AUTHORITIES, authority),
    removeAuthority: (sha256) => rows.remove(AUTHORITIES, { sha256 }),
    setProxy: (proxy) => rows.put(PROXY, proxy, ONLY_ONE),
    setProxyAccount: (account) =>
      account === null ? rows.remove(ACCOUNT, ONLY_ONE) : rows.put(ACCOUNT, account, ONLY_ONE),
  }),
} satisfies Subject;
