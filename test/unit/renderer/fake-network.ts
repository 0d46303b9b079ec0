// The fake bridge's network. The officer is taken to have chosen a file and said yes.
import type { Authority, NetworkView } from '../../../shared/domain/network.ts';
import { madeUpHex } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';

const COMPANY: Authority = {
  subject: 'CN=Company authority',
  sha256: madeUpHex('company'),
  endsAt: '2031-01-01T00:00:00.000Z',
};

export function makeNetworkHandlers(changed: <T>(action: string, result: T) => T): Handlers {
  let view: NetworkView = {
    authorities: [],
    trusted: { system: { from: '/etc/ssl/certs/ca-certificates.crt', count: 145 }, environment: [] },
    proxy: { kind: 'system', address: null, noProxy: [], account: null },
  };
  return {
    'network.show': () => view,
    'network.addAuthority': () => {
      view = { ...view, authorities: [COMPANY] };
      return changed('network.authority-added', [COMPANY]);
    },
    'network.removeAuthority': () => {
      view = { ...view, authorities: [] };
      return changed('network.authority-removed', true);
    },
    'network.setProxy': (order) => {
      const address = 'address' in order ? (order.address ?? 'company.pac') : null;
      view = { ...view, proxy: { ...view.proxy, kind: order.kind, address, noProxy: order.noProxy } };
      return changed('network.proxy-set', view.proxy);
    },
    'network.storeAccount': (account) => {
      view = { ...view, proxy: { ...view.proxy, account } };
      return changed('network.proxy-password-stored', true);
    },
    'network.removeAccount': () => {
      view = { ...view, proxy: { ...view.proxy, account: null } };
      return changed('network.proxy-password-removed', true);
    },
    'network.test': () => [
      {
        tenant: 'Acme',
        host: 'acme.eu.auth0.com',
        reached: {
          route: { proxy: 'http://proxy.corp.test:3128', from: 'system', variable: null },
          tls: 'TLSv1.3',
          issuer: 'CN=Company authority',
          endsAt: '2027-01-01T00:00:00.000Z',
        },
        error: null,
      },
      {
        tenant: 'Bolt',
        host: 'bolt.eu.auth0.com',
        reached: null,
        error: { code: 'REMOTE_TLS', facts: { host: 'bolt.eu.auth0.com', detail: { code: 'tls-expired' } } },
      },
    ],
  };
}
