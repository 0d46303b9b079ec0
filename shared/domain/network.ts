// The network as a person sees it: which authorities are trusted beyond those built in, and by which way a tenant is reached.
import { z } from 'zod';
import type { Instant } from './timing/instant.ts';
import type { WireError } from '../errors.ts';
import { because } from '../problems/input.ts';

/** `system`: what the environment says, then what the system says. `script`: a proxy auto-configuration (PAC). */
export const PROXY_KINDS = ['system', 'none', 'address', 'script'] as const;
export type ProxyKind = (typeof PROXY_KINDS)[number];

/** Longest proxy script, in bytes; those of companies with many networks reach some ten thousand. */
export const MAX_PROXY_SCRIPT_BYTES = 256 * 1024;

/** Authorities that a person may name. A company has one or a few. */
export const MAX_AUTHORITIES = 50;

export interface Authority {
  subject: string;
  /** Of the certificate in DER, lower-case hex. */
  sha256: string;
  endsAt: Instant;
}

/** From where a way was learnt. */
export type RouteSource = 'this-machine' | 'setting' | 'environment' | 'system' | 'script' | 'nothing';

export interface Route {
  /** `http://proxy.corp.example:3128`; `null` for straight to the host. */
  proxy: string | null;
  from: RouteSource;
  /** The variable of the environment that says so. */
  variable: string | null;
}

/** How far a try came, and what vouches there. */
export interface Reached {
  route: Route;
  /** `TLSv1.3`; `null` on this machine, without TLS. */
  tls: string | null;
  /** Who vouches for the server, as its certificate names it. */
  issuer: string | null;
  /** When the server's certificate ends. */
  endsAt: Instant | null;
}

/** Authorities that come with this machine or its environment. */
export interface TrustedBeyond {
  /** Where the system keeps its own, and how many; `null` when nothing of the kind was found. */
  system: { from: string; count: number } | null;
  /** What variables of the environment add; `count` 0 where their file could not be read. */
  environment: { variable: string; count: number }[];
}

export interface ProxyView {
  kind: ProxyKind;
  address: string | null;
  noProxy: readonly string[];
  /** Whose password is kept, and for which proxy. */
  account: { proxy: string; user: string } | null;
}

export interface NetworkView {
  authorities: Authority[];
  trusted: TrustedBeyond;
  proxy: ProxyView;
}

export interface TenantRoute {
  tenant: string;
  host: string;
  route: Route | null;
  /** Why the way is not known. */
  error: WireError | null;
}

export interface NetworkTest {
  tenant: string;
  host: string;
  reached: Reached | null;
  error: WireError | null;
}

/** http or https, host and port, and nothing else: a password is asked for apart from it. */
export const proxyAddressSchema = z
  .url({ error: because('proxy-address') })
  .refine((value) => /^https?:\/\/[^/@?#]+\/?$/.test(value) && value.length <= 300, because('proxy-address'))
  .transform((value) => value.replace(/\/$/, '').toLowerCase());

const scriptAddressSchema = z
  .url({ protocol: /^https?$/, error: because('script-address') })
  .refine((value) => value.length <= 2048 && !/^https?:\/\/[^/]*@/.test(value), {
    error: because('script-address'),
  });

/** `host`, `.suffix`, `*.suffix`, `host:port`, an address, a network in CIDR form, or `*`. */
const noProxyEntrySchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?:\*|(?:\*?\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?(?::\d{1,5})?|[0-9a-f.:]+(?:\/\d{1,3})?|\[[0-9a-f.:]+\](?::\d{1,5})?)$/,
    because('bypass-entry'),
  );

export const proxyOrderSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('system'), noProxy: z.array(noProxyEntrySchema).max(200) }),
    z.strictObject({ kind: z.literal('none'), noProxy: z.array(noProxyEntrySchema).max(200) }),
    z.strictObject({
      kind: z.literal('address'),
      address: proxyAddressSchema,
      noProxy: z.array(noProxyEntrySchema).max(200),
    }),
    /** Without an address the script is a file, which the person is asked for. */
    z.strictObject({
      kind: z.literal('script'),
      address: scriptAddressSchema.nullable(),
      noProxy: z.array(noProxyEntrySchema).max(200),
    }),
  ])
  .readonly();
export type ProxyOrder = z.output<typeof proxyOrderSchema>;

export const proxyAccountSchema = z.strictObject({
  proxy: proxyAddressSchema,
  /** RFC 7617 §2: a colon would end it. */
  user: z
    .string()
    .min(1, because('empty'))
    .max(200)
    .regex(/^[^:\p{C}]+$/u, because('colon')),
});

/** A list as a person types it, or as it stands in NO_PROXY. */
export const listOf = (text: string): string[] => text.split(/[\s,]/).filter((entry) => entry !== '');
