// The way out of this machine. Whatever leaves it goes through here: the calls to a tenant as well as the look from outside.
import type { Authority, Reached, Route, TrustedBeyond } from '../../shared/domain/network.ts';

export type Fetch = typeof globalThis.fetch;

/** For mutual TLS; both in PEM, the certificate with its chain. */
export interface ClientCertificate {
  certificate: string;
  key: string;
}

/** An authority that a person named, as it is kept. */
export interface RecordedAuthority extends Authority {
  /** PEM. */
  certificate: string;
}

/** Where requests go by, as a person recorded it. */
export interface RecordedProxy {
  kind: 'system' | 'none' | 'address' | 'script';
  /** Of the proxy, or of the script; the name of the file that the script came from. */
  address: string | null;
  /** The text of a script that came from a file. */
  script: string | null;
  /** Places that are reached without a proxy. */
  noProxy: readonly string[];
}

/** Which proxy a password in the keychain is for, and whose it is. */
export interface ProxyAccount {
  proxy: string;
  user: string;
}

export interface Network {
  /**
   * A fetch that makes a connection of its own for each call, never repeats one and never follows a redirect. What it
   * throws is a REMOTE_* code or an error of a socket. Deadline and size are for the caller to set (bounded-fetch.ts).
   */
  fetchAs(identity?: ClientCertificate): Fetch;
  /** Throws REMOTE_ROUTE_UNKNOWN. */
  routeTo(url: string): Promise<Route>;
  /** Goes as far as a request would, and sends none. Throws REMOTE_* codes. */
  reach(url: string, signal?: AbortSignal): Promise<Reached>;
  /** Throws INPUT_INVALID unless the file holds certificates of authorities and nothing else of weight. */
  authoritiesIn(file: Uint8Array, now: Date): RecordedAuthority[];
  /** The authorities that nobody named here and that are not built in. */
  trustedBeyond(): Promise<TrustedBeyond>;
}
