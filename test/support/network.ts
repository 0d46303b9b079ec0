// The real way out, as tests need it: by no proxy unless they say so, and trusting whom they say.
import type { Fetch, Network, RecordedProxy } from '../../main/ports/network.ts';
import { createNetwork } from '../../main/network/network.ts';
import type { Account } from '../../main/network/way.ts';
import type { ProxyResolver } from '../../main/network/ways.ts';

interface Surroundings {
  /** Authorities (PEM) that a person named. */
  trusted?: string;
  env?: Readonly<Record<string, string>>;
  setting?: Partial<RecordedProxy>;
  resolver?: ProxyResolver;
  /** What the keychain has, by proxy. */
  accounts?: Readonly<Record<string, Account>>;
}

export const SYSTEM: RecordedProxy = { kind: 'system', address: null, script: null, noProxy: [] };

export const openNetwork = ({ trusted, env = {}, setting, resolver, accounts }: Surroundings = {}): Network =>
  createNetwork({
    env,
    platform: process.platform,
    resolver: resolver ?? null,
    setting: () => ({ ...SYSTEM, ...setting }),
    named: () => (trusted === undefined ? [] : [trusted]),
    account: async (proxy) => accounts?.[proxy] ?? null,
  });

export const direct: Fetch = openNetwork().fetchAs();
