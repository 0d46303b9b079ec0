// What “network set” was asked for, as the acts that it comes to: all of it is read and checked before the first is done.
import path from 'node:path';
import { CustodianError } from '../../shared/errors.ts';
import { hashSchema } from '../../shared/fields.ts';
import { MAX_IMPORT_BYTES } from '../../shared/domain/limits.ts';
import {
  listOf,
  MAX_PROXY_SCRIPT_BYTES,
  type NetworkView,
  type ProxyOrder,
  proxyAccountSchema,
  proxyOrderSchema,
} from '../../shared/domain/network.ts';
import type { Custodian } from '../acts/custodian.ts';
import { readLimited } from '../files/read-file.ts';
import { parsed } from './arguments.ts';
import { readCredentialSecret } from './key-file.ts';
import type { Console } from './output.ts';

export interface NetworkOptions {
  ca?: string[];
  removeCa?: string;
  noCa?: true;
  proxy?: string;
  pac?: string;
  noProxy?: string;
  proxyUser?: string;
  proxyAt?: string;
  proxyPasswordStdin?: true;
  forgetProxyUser?: true;
}

type Network = Custodian['network'];
type Change = (network: Network) => Promise<unknown>;

export async function networkChanges(
  options: NetworkOptions,
  now: NetworkView,
  console: Pick<Console, 'stdin'>,
): Promise<Change[]> {
  if (Object.keys(options).length === 0) {
    throw usage('Say what to set: --ca, --remove-ca, --no-ca, --proxy, --pac, --no-proxy, --proxy-user.');
  }
  return [
    ...(await authorityChanges(options)),
    ...(await proxyChanges(options, now)),
    ...(await accountChanges(options, now, console)),
  ];
}

async function authorityChanges({ ca = [], removeCa, noCa }: NetworkOptions): Promise<Change[]> {
  const files = await Promise.all(ca.map((file) => readLimited(file, MAX_IMPORT_BYTES)));
  const one = removeCa === undefined ? null : parsed(hashSchema, removeCa.replaceAll(':', '').toLowerCase());
  return [
    ...(noCa === true ? [(network: Network) => network.removeAuthorities(null)] : []),
    ...(one === null ? [] : [(network: Network) => network.removeAuthorities(one)]),
    ...files.map((file) => (network: Network) => network.addAuthorities(file)),
  ];
}

async function proxyChanges({ proxy, pac, noProxy }: NetworkOptions, now: NetworkView): Promise<Change[]> {
  if (proxy !== undefined && pac !== undefined) {
    throw usage('Give --proxy or --pac, not both.');
  }
  if (proxy === undefined && pac === undefined && noProxy === undefined) {
    return [];
  }
  const list = noProxy === undefined ? now.proxy.noProxy : noProxy === 'none' ? [] : listOf(noProxy);
  if (pac !== undefined) {
    const byAddress = /^https?:/i.test(pac);
    const order = parsed(proxyOrderSchema, { kind: 'script', address: byAddress ? pac : null, noProxy: list });
    const file = byAddress ? null : { name: path.basename(pac), bytes: await readLimited(pac, MAX_PROXY_SCRIPT_BYTES) };
    return [(network) => network.setProxy(order, file)];
  }
  if (proxy === undefined) {
    return [(network) => network.setNoProxy(parsed(proxyOrderSchema, { kind: 'system', noProxy: list }).noProxy)];
  }
  const order: ProxyOrder = parsed(
    proxyOrderSchema,
    proxy === 'system' || proxy === 'none'
      ? { kind: proxy, noProxy: list }
      : { kind: 'address', address: proxy, noProxy: list },
  );
  return [(network) => network.setProxy(order, null)];
}

async function accountChanges(
  { proxy, proxyUser, proxyAt, proxyPasswordStdin, forgetProxyUser }: NetworkOptions,
  now: NetworkView,
  { stdin }: Pick<Console, 'stdin'>,
): Promise<Change[]> {
  if (forgetProxyUser === true) {
    return [(network) => network.removeAccount()];
  }
  if (proxyUser === undefined && proxyAt === undefined && proxyPasswordStdin === undefined) {
    return [];
  }
  if (proxyUser === undefined || proxyPasswordStdin === undefined) {
    throw usage('A login at a proxy is --proxy-user with --proxy-password-stdin.');
  }
  const recorded = now.proxy.kind === 'address' ? now.proxy.address : null;
  const at = proxyAt ?? (proxy === 'system' || proxy === 'none' ? null : (proxy ?? recorded));
  if (at === null) {
    throw usage('Say with --proxy-at which proxy the password is for. It is sent to no other.');
  }
  const account = parsed(proxyAccountSchema, { user: proxyUser, proxy: at });
  const password = await readCredentialSecret(stdin);
  return [(network) => network.storeAccount(account, password)];
}

const usage = (problem: string): CustodianError => new CustodianError('USAGE', { problem });
