// What the environment says about proxies: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, the lower-case names first, as
// most programs have it.
import { CustodianError } from '../../shared/errors.ts';
import { listOf } from '../../shared/domain/network.ts';
import { hostOf, isBypassed } from './no-proxy.ts';
import { proxyAt, type Way } from './way.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `null` when the environment says nothing about this place. */
export function wayByEnvironment(url: URL, env: Environment): Way | null {
  const exempt = given(env, 'no_proxy');
  if (exempt !== null && isBypassed(url, listOf(exempt.value))) {
    return { proxy: null, from: 'environment', variable: exempt.name };
  }
  const found = given(env, `${url.protocol.slice(0, -1)}_proxy`) ?? given(env, 'all_proxy');
  if (found === null) {
    return null;
  }
  const proxy = proxyAt(/^[a-z][a-z0-9+.-]*:\/\//i.test(found.value) ? found.value : `http://${found.value}`);
  if (proxy === null) {
    const detail = `${found.name} names no http or https proxy`;
    throw new CustodianError('REMOTE_ROUTE_UNKNOWN', { host: hostOf(url), detail });
  }
  return { proxy, from: 'environment', variable: found.name };
}

/** An empty variable is as good as none. */
function given(env: Environment, name: string): { name: string; value: string } | null {
  for (const spelt of [name, name.toUpperCase()]) {
    const value = env[spelt]?.trim();
    if (value !== undefined && value !== '') {
      return { name: spelt, value };
    }
  }
  return null;
}
