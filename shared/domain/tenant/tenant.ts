// A tenant: where its keys are published, and by which rules it lives.
import type { CacheSeen } from '../timing/key-clocks.ts';
import type { DriftReport } from '../published-set/drift-report.ts';
import type { KeptForeign } from '../published-set/foreign.ts';
import type { EndpointKind } from '../endpoints.ts';
import type { Environment } from '../limits.ts';
import type { Policy } from '../timing/policy.ts';
import type { Instant } from '../timing/instant.ts';
import type { Publication } from '../published-set/publication.ts';
import type { CertificateFault } from '../key-ring/certificate-faults.ts';
import type { RingView } from '../key-ring/ring.ts';

export interface Tenant {
  id: string;
  name: string;
  /** Canonical domain, e.g. `acme.eu.auth0.com`. Management calls and certificate subjects use it. */
  domain: string;
  /** The first of the domains that publish custom keys; `null` until one is configured. */
  customDomain: string | null;
  /** More domains that publish the same set: each is proven and watched. */
  furtherDomains: readonly string[];
  /** What its tokens name as `iss`; `null`: the address of the domain at which they are verified. */
  issuer: string | null;
  environment: Environment;
  endpoint: EndpointKind;
  /** Overrides `https://{domain}/api/v2`. */
  apiBaseUrl: string | null;
  /** Overrides `https://{customDomain}/.well-known/jwks.json`. */
  jwksUrl: string | null;
  /** The policy it lives by; `null` for the default of its environment. */
  policyId: string | null;
  /** The development tenant on which a plan is rehearsed before it runs here. */
  rehearsalTenantId: string | null;
  /** The largest cache lives that its public JWKS was ever seen to ask for. */
  cacheSeen: CacheSeen | null;
  createdAt: Instant;
  /** Put aside: nothing is done to it, watched or due there any more. `null` while it is in use. */
  archive: { at: Instant; reason: string } | null;
}

export interface TenantView {
  tenant: Tenant;
  rings: RingView[];
  lastPublication: Publication | null;
  /** What the last look at the published set found; `null` before the first since the last push. */
  drift: DriftReport | null;
  /** Keys of others that an officer decided to keep: tokens signed with them are accepted. */
  keptForeign: KeptForeign[];
  /** By kid, of its living keys: what speaks against their certificates. */
  certificateFaults: Record<string, CertificateFault[]>;
  /** `null`: the default of its environment. */
  policy: Policy | null;
  /** Name of the tenant on which plans are rehearsed. */
  rehearsalTenant: string | null;
}
