// By which way a host is reached. What was recorded here comes first, then the environment, then the system. This machine
// itself is never reached by a proxy.
import { CustodianError } from '../../shared/errors.ts';
import type { RecordedProxy } from '../ports/network.ts';
import { wayByEnvironment } from './environment.ts';
import { hostOf, isBypassed, isThisMachine } from './no-proxy.ts';
import { proxyAt, type Way } from './way.ts';

/** Where a proxy script or the system's own settings can be asked; the command line has no such thing. */
export interface ProxyResolver {
  /** Answers as a proxy script does: `PROXY host:port; DIRECT`. An empty answer means that nobody knows. */
  bySystem(url: string): Promise<string>;
  byScript(script: string, url: string): Promise<string>;
}

export interface WaysOptions {
  setting: () => RecordedProxy;
  env: Readonly<Record<string, string | undefined>>;
  resolver: ProxyResolver | null;
  /** Reads a proxy script at its address, straight. */
  readScript: (address: string) => Promise<string>;
}

const straight = (from: Way['from']): Way[] => [{ proxy: null, from, variable: null }];

/** In the order in which they are to be tried; never empty. Throws REMOTE_ROUTE_UNKNOWN. */
export async function waysTo(url: URL, { setting, env, resolver, readScript }: WaysOptions): Promise<Way[]> {
  if (isThisMachine(url)) {
    return straight('this-machine');
  }
  const { kind, address, script, noProxy } = setting();
  if (kind === 'none' || isBypassed(url, noProxy)) {
    return straight('setting');
  }
  if (kind === 'address') {
    const proxy = proxyAt(address ?? '') ?? unknown(url, 'the recorded proxy is none');
    return [{ proxy, from: 'setting', variable: null }];
  }
  if (kind === 'script') {
    if (resolver === null) {
      return unknown(url, 'a proxy script decides, and only the window can run one');
    }
    const text = script ?? (await readScript(address ?? ''));
    return fromAnswer(url, 'script', await resolver.byScript(text, url.href));
  }
  const told = wayByEnvironment(url, env);
  if (told !== null) {
    return [told];
  }
  return resolver === null ? straight('nothing') : fromAnswer(url, 'system', await resolver.bySystem(url.href));
}

/** `PROXY a:1; HTTPS b:2; DIRECT`. Kinds that are not spoken here are passed over while there is another. */
function fromAnswer(url: URL, from: 'system' | 'script', answer: string): Way[] {
  const entries = answer.split(';').map((entry) => entry.trim().split(/\s+/));
  const ways = entries.flatMap(([kind = '', place = '']): Way[] => {
    const scheme = SCHEMES[kind.toUpperCase()];
    const proxy = scheme === undefined ? null : proxyAt(`${scheme}://${place}`);
    if (proxy !== null) {
      return [{ proxy, from, variable: null }];
    }
    return kind.toUpperCase() === 'DIRECT' ? [{ proxy: null, from, variable: null }] : [];
  });
  if (ways.length > 0) {
    return ways;
  }
  const nobody = from === 'system' ? 'the system’s proxy settings give no answer' : 'the proxy script gives no answer';
  return unknown(url, answer.trim() === '' ? nobody : 'only a proxy of a kind that is not spoken here leads there');
}

const SCHEMES: Readonly<Record<string, string>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' };

function unknown(url: URL, detail: string): never {
  throw new CustodianError('REMOTE_ROUTE_UNKNOWN', { host: hostOf(url), detail });
}
