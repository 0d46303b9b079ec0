// The way out of this machine, as an officer sets it: authorities of the company, proxy, and the password for it. Each change
// is recorded; what is trusted or asked from now on is what the registry says.
import { isHere } from '../../../shared/domain/endpoints.ts';
import type { InputProblem } from '../../../shared/problems/input.ts';
import { CustodianError, toWireError } from '../../../shared/errors.ts';
import {
  type Authority,
  MAX_AUTHORITIES,
  MAX_PROXY_SCRIPT_BYTES,
  type NetworkTest,
  type NetworkView,
  type ProxyOrder,
  type ProxyView,
  type TenantRoute,
} from '../../../shared/domain/network.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { endpointUrlOf } from '../../ports/credential.ts';
import { keepSecret } from '../custody/custody.ts';

import { findTenant } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ProxyAccount, RecordedAuthority, RecordedProxy } from '../../ports/network.ts';
import { accountSecret } from './proxy-account.ts';
import { publicAddressesOf } from '../../../shared/domain/tenant/public-addresses.ts';
import { PROXY_ACCOUNT } from '../../ports/secret-name.ts';
import { settleIntents } from '../custody/settle-intents.ts';
import { refuseIfCancelled } from '../../ports/stopping.ts';
import { bound, queued, looking } from '../bound.ts';

/** For the doctor: by which way each tenant is reached. Nothing is sent, but a proxy script may be read. */
export async function tenantRoutes({ registry, network }: Pick<Ports, 'registry' | 'network'>): Promise<TenantRoute[]> {
  const places = registry.read((reader) => reader.tenants()).flatMap(addressesOf);
  return Promise.all(
    places.map(async ({ tenant, address }) => {
      const place = { tenant: tenant.name, host: new URL(address).host };
      return network.routeTo(address).then(
        (route): TenantRoute => ({ ...place, route, error: null }),
        (error: unknown): TenantRoute => ({ ...place, route: null, error: toWireError(error) }),
      );
    }),
  );
}

export async function networkView({ registry, network }: Pick<Ports, 'registry' | 'network'>): Promise<NetworkView> {
  const { authorities, proxy, account } = registry.read((reader) => ({
    authorities: reader.authorities(),
    proxy: reader.proxy(),
    account: reader.proxyAccount(),
  }));
  const { kind, address, noProxy } = proxy;
  return {
    authorities: authorities.map(factsOf),
    trusted: await network.trustedBeyond(),
    proxy: { kind, address, noProxy, account },
  };
}

export const show = bound('network.show', networkView);

const factsOf = ({ subject, sha256, endsAt }: RecordedAuthority): Authority => ({ subject, sha256, endsAt });

const namesOf = (authorities: readonly RecordedAuthority[]): Record<string, unknown> => ({
  authorities: authorities.map(({ subject, sha256 }) => ({ subject, sha256 })),
});

const judged = ({ network, clock }: Ports, file: Uint8Array): RecordedAuthority[] =>
  network.authoritiesIn(file, clock.now());

/** Trusts what the file holds from now on, besides what is trusted already. */
export const addAuthorities = queued((ports, file: Uint8Array): Authority[] => {
  const { registry } = ports;
  const added = judged(ports, file);
  return registry.change(
    { action: 'network.authority-added', subject: 'network', details: namesOf(added) },
    (writer) => {
      added.forEach(writer.addAuthority);
      if (writer.authorities().length > MAX_AUTHORITIES) {
        const problem = { code: 'too-many-certificates', most: MAX_AUTHORITIES } as const;
        throw new CustodianError('INPUT_INVALID', { field: 'authority', problem });
      }
      return added.map(factsOf);
    },
  );
});

/** Answers what is trusted no more. `null`: every authority that was named. */
export const removeAuthorities = queued(({ registry }, sha256: string | null): Authority[] => {
  const gone = registry.read((reader) =>
    reader.authorities().filter((authority) => sha256 === null || authority.sha256 === sha256),
  );
  if (gone.length === 0) {
    if (sha256 !== null) {
      throw new CustodianError('INPUT_INVALID', { field: 'authority', problem: { code: 'unknown-authority' } });
    }
    return [];
  }
  const act = { action: 'network.authority-removed', subject: 'network', details: namesOf(gone) };
  return registry.change(act, (writer) => {
    gone.forEach((authority) => writer.removeAuthority(authority.sha256));
    return gone.map(factsOf);
  });
});

/** `file`: what an order for a script without an address is about. */
export const setProxy = queued(
  (ports, order: ProxyOrder, file: { name: string; bytes: Uint8Array } | null): ProxyView => {
    const script = order.kind === 'script' && order.address === null ? scriptIn(file) : null;
    return recordProxy(ports, { kind: order.kind, address: addressIn(order, file), script, noProxy: order.noProxy });
  },
);

function recordProxy({ registry }: Ports, proxy: RecordedProxy): ProxyView {
  const { kind, address, noProxy } = proxy;
  const details = { kind, address, noProxy };
  return registry.change({ action: 'network.proxy-set', subject: 'network', details }, (writer) => {
    writer.setProxy(proxy);
    return { kind, address, noProxy, account: writer.proxyAccount() };
  });
}

function addressIn(order: ProxyOrder, file: { name: string } | null): string | null {
  switch (order.kind) {
    case 'address':
      return originOf(order.address);
    case 'script':
      return order.address ?? file?.name ?? null;
    case 'system':
    case 'none':
      return null;
  }
}

/** One form for each proxy, by which it is recognised. */
const originOf = (proxy: string): string => new URL(proxy).origin;

function scriptIn(file: { bytes: Uint8Array } | null): string {
  const text = Buffer.from(file?.bytes ?? []).toString('utf8');
  if (!text.includes('FindProxyForURL') || text.length > MAX_PROXY_SCRIPT_BYTES) {
    throw new CustodianError('INPUT_INVALID', {
      field: 'script',
      problem: { code: 'no-proxy-script' },
    });
  }
  return text;
}

/** The password is overwritten before this settles. */
async function keepAccount(ports: Ports, account: ProxyAccount, given: Uint8Array): Promise<null> {
  const { user } = account;
  const proxy = originOf(account.proxy);
  const password = Buffer.from(given)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  if (password === '' || /\p{C}/u.test(password)) {
    const problem: InputProblem = { code: password === '' ? 'empty' : 'control-characters' };
    throw new CustodianError('INPUT_INVALID', { field: 'password', problem });
  }
  using secret = accountSecret({ proxy, user, password });
  const kept = { name: PROXY_ACCOUNT, called: `the password of the proxy ${proxy}`, secret };
  return await keepSecret(ports, kept, (clearNotes) =>
    ports.registry.change(
      { action: 'network.proxy-password-stored', subject: 'network', details: { proxy, user } },
      (writer) => {
        writer.setProxyAccount({ proxy, user });
        clearNotes(writer);
        return null;
      },
    ),
  );
}

export const storeAccount = queued(keepAccount, ([, password]) => void password.fill(0));

/** Answers whether there was one. */
export const removeAccount = bound('network.removeAccount', async (ports): Promise<boolean> => {
  const { registry, clock } = ports;
  const account = registry.read((reader) => reader.proxyAccount());
  if (account === null) {
    return false;
  }
  const at = clock.now().toISOString();
  const act = { action: 'network.proxy-password-removed', subject: 'network', details: { ...account } };
  registry.change(act, (writer) => {
    writer.setProxyAccount(null);
    writer.addIntent({ name: PROXY_ACCOUNT, purpose: 'remove', at });
  });
  await settleIntents(ports);
  return true;
});

interface Place {
  tenant: Tenant;
  address: string;
}

/** Where it is written and where the public reads it, each host once. A sandbox tenant is on this machine. */
function addressesOf(tenant: Tenant): Place[] {
  if (isHere(tenant.endpoint)) {
    return [{ tenant, address: 'http://localhost' }];
  }
  const addresses = [() => endpointUrlOf(tenant), () => publicAddressesOf(tenant).jwksUrl].flatMap((find) => {
    try {
      return [new URL(find()).origin];
    } catch {
      // Nobody said where yet.
      return [];
    }
  });
  return [...new Set(addresses)].map((address) => ({ tenant, address }));
}

async function tryOne(
  { network }: Pick<Ports, 'network'>,
  { name, endpoint }: Tenant,
  address: string,
  signal: AbortSignal | undefined,
): Promise<NetworkTest> {
  const place = { tenant: name, host: new URL(address).host };
  try {
    const reached = isHere(endpoint)
      ? { route: await network.routeTo(address), tls: null, issuer: null, endsAt: null }
      : await network.reach(address, signal);
    return { ...place, reached, error: null };
  } catch (error) {
    return { ...place, reached: null, error: toWireError(error) };
  }
}

/** Tries the way to one tenant, or to all, and sends nothing. */
export const test = bound('network.test', async (ports, { tenant: name }, { signal }): Promise<NetworkTest[]> => {
  const tenants = ports.registry.read((reader) => (name === undefined ? reader.tenants() : [findTenant(reader, name)]));
  const results: NetworkTest[] = [];
  for (const { tenant, address } of tenants.flatMap(addressesOf)) {
    results.push(await tryOne(ports, tenant, address, signal));
    refuseIfCancelled(signal);
  }
  return results;
});

/** Judges what a file holds, to be told before it is trusted. Throws INPUT_INVALID. */
export const judge = looking((ports, file: Uint8Array) => judged(ports, file).map(factsOf));

/** Whatever the proxy is, these places are reached without it. */
export const setNoProxy = queued((ports, noProxy: readonly string[]) =>
  recordProxy(ports, { ...ports.registry.read((reader) => reader.proxy()), noProxy: [...noProxy] }),
);
