// One way to a host: straight, or by a proxy, with what lets us in there.
import type { Route, RouteSource } from '../../shared/domain/network.ts';

export interface Account {
  user: string;
  password: string;
}

export interface Proxy {
  /** Scheme, host and port. */
  url: URL;
  /** As it was given with the address itself; otherwise the keychain may have one. */
  account: Account | null;
}

export interface Way {
  proxy: Proxy | null;
  from: RouteSource;
  variable: string | null;
}

/** `null` for what is no http or https proxy. */
export function proxyAt(address: string): Proxy | null {
  if (!URL.canParse(address)) {
    return null;
  }
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) {
    return null;
  }
  const account = url.username === '' ? null : { user: decoded(url.username), password: decoded(url.password) };
  return { url: new URL(url.origin), account };
}

export const routeOf = ({ proxy, from, variable }: Way): Route => ({
  proxy: proxy === null ? null : proxy.url.origin,
  from,
  variable,
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
