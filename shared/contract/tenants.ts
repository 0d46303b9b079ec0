// Tenants and their rings.
import { z } from 'zod';
import type { DriftReport } from '../domain/published-set/drift-report.ts';
import { domainSchema, nameSchema, reasonSchema, urlSchema } from '../fields.ts';
import { ENDPOINT_KINDS, ENVIRONMENTS, type LifeState, RSA_BITS, SIGNING_ALGORITHMS } from '../domain/limits.ts';
import type { Instant } from '../domain/timing/instant.ts';
import type { RingView } from '../domain/key-ring/ring.ts';
import type { Tenant, TenantView } from '../domain/tenant/tenant.ts';
import type { PlacesForecast } from '../domain/published-set/places.ts';
import { noArgs, tenantArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

/** The officer brings the keys: none is made here unasked, neither now nor at a rotation. */
const empty = z.boolean().optional();

export const tenantAddSchema = z.strictObject({
  name: nameSchema,
  domain: domainSchema,
  customDomain: domainSchema.nullable().default(null),
  environment: z.enum(ENVIRONMENTS).default('development'),
  endpoint: z.enum(ENDPOINT_KINDS).default('sandbox'),
  apiBaseUrl: urlSchema.nullable().default(null),
  jwksUrl: urlSchema.nullable().default(null),
  /** Of its first ring; RS256 when left out. */
  alg: z.enum(SIGNING_ALGORITHMS).optional(),
  bits: z.union(RSA_BITS.map((bits) => z.literal(bits))).optional(),
  empty,
});

/** What is left out stays as it is; `null` takes a setting away. */
export const tenantEditSchema = z.strictObject({
  tenant: nameSchema,
  customDomain: domainSchema.nullable().optional(),
  apiBaseUrl: urlSchema.nullable().optional(),
  jwksUrl: urlSchema.nullable().optional(),
  /** Name of a policy. */
  policy: nameSchema.nullable().optional(),
  /** Name of a tenant in development. */
  rehearsalTenant: nameSchema.nullable().optional(),
});

export const ringAddSchema = z.strictObject({
  tenant: nameSchema,
  name: nameSchema.optional(),
  alg: z.enum(SIGNING_ALGORITHMS),
  bits: z.union(RSA_BITS.map((bits) => z.literal(bits))).optional(),
  empty,
});

export const ringRetireSchema = z.strictObject({ tenant: nameSchema, ring: nameSchema, reason: reasonSchema });

export type RetireRingArgs = z.output<typeof ringRetireSchema>;

/** A ring that was added. */
export interface AddedRing extends RingView {
  /** What the rings of the tenant need, where its places will not suffice; `null` where they will. */
  places: PlacesForecast | null;
}

export interface TenantSummary {
  tenant: Tenant;
  keys: Record<LifeState, number>;
  lastPublishedAt: Instant | null;
  /** What the last look at the published set found; `null` before the first since the last push. */
  drift: DriftReport | null;
}

export const tenantCalls = {
  'tenant.list': call<TenantSummary[]>()(noArgs),
  'tenant.show': call<TenantView>()(tenantArgs),
  'tenant.add': call<TenantView>()(tenantAddSchema),
  'tenant.edit': call<TenantView>()(tenantEditSchema),
  'tenant.remove': call<null>()(tenantArgs),
  'ring.add': call<AddedRing>()(ringAddSchema),
  /** The page brings no reason where the main process asks for it. */
  'ring.retire': call<RingView>()(ringRetireSchema.extend({ reason: reasonSchema.optional() })),
} satisfies Calls;
