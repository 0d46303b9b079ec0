// Tenants, their rings, what proves to them who we are, and the keys with which they themselves sign.
import { z } from 'zod';
import type { DriftReport } from '../domain/published-set/drift-report.ts';
import { domainSchema, nameSchema, newTenantName, reasonSchema, urlSchema } from '../fields.ts';
import { ENDPOINT_KINDS } from '../domain/endpoints.ts';
import { ENVIRONMENTS } from '../domain/limits.ts';
import { RSA_BITS, SIGNING_ALGORITHMS, WRITTEN_NAMES } from '../domain/algorithms.ts';
import type { Instant } from '../domain/timing/instant.ts';
import type { RingView } from '../domain/key-ring/ring.ts';
import { areDistinct, speaksToOthers, type TenantConsequence } from '../domain/tenant/changes.ts';
import type { KeyCounts } from '../domain/records.ts';
import type { Tenant, TenantView } from '../domain/tenant/tenant.ts';
import type { PlacesForecast } from '../domain/published-set/places.ts';
import { type CredentialFacts, credentialOrderSchema, type CredentialView } from '../domain/tenant/credentials.ts';
import {
  ownExportSchema,
  type OwnKeysChange,
  ownKeysSchema,
  type OwnKeysView,
  ownRevokeSchema,
} from '../domain/tenant/own-keys.ts';
import type { SandboxStatus } from '../app-info.ts';
import { type RehearsedTrouble, rehearseTroubleSchema } from '../domain/sandbox-trouble.ts';
import { act, dialog, read, remote } from './act.ts';
import { noArgs, noReasonYet, tenantArgs } from './arguments.ts';
import { because } from '../problems/input.ts';
import type { SavedFile } from './saved-file.ts';

/** The officer brings the keys: none is made here unasked, neither now nor at a rotation. */
const empty = z.boolean().optional();

/** The domains beside the first one that publish the same set. */
const furtherDomains = z.array(domainSchema).max(10).readonly();

/** How the algorithm of a ring is called in its JWKs and tokens. */
const writtenAs = z.enum(WRITTEN_NAMES).optional();

export const tenantAddSchema = z
  .strictObject({
    name: newTenantName,
    domain: domainSchema,
    customDomain: domainSchema.nullable().default(null),
    furtherDomains: furtherDomains.optional(),
    issuer: urlSchema.nullable().optional(),
    environment: z.enum(ENVIRONMENTS).optional(),
    endpoint: z.enum(ENDPOINT_KINDS).default('sandbox'),
    apiBaseUrl: urlSchema.nullable().default(null),
    jwksUrl: urlSchema.nullable().default(null),
    /** Of its first ring; RS256 when left out. */
    alg: z.enum(SIGNING_ALGORITHMS).optional(),
    writtenAs,
    bits: z.union(RSA_BITS.map((bits) => z.literal(bits))).optional(),
    empty,
  })
  // A rehearsal on this machine harms nobody; how careful one is with anything else must be said.
  .refine((tenant) => tenant.environment !== undefined || !speaksToOthers(tenant), {
    path: ['environment'],
    error: because('environment-unsaid'),
  })
  .refine(({ customDomain, furtherDomains: further = [] }) => areDistinct({ customDomain, furtherDomains: further }), {
    path: ['customDomain'],
    error: because('domain-twice'),
  })
  .transform(({ environment = 'development', ...tenant }) => ({ ...tenant, environment }));

/** What is left out stays as it is; `null` takes a setting away. */
export const tenantEditSchema = z.strictObject({
  tenant: nameSchema,
  domain: domainSchema.optional(),
  customDomain: domainSchema.nullable().optional(),
  furtherDomains: furtherDomains.optional(),
  issuer: urlSchema.nullable().optional(),
  environment: z.enum(ENVIRONMENTS).optional(),
  endpoint: z.enum(ENDPOINT_KINDS).optional(),
  apiBaseUrl: urlSchema.nullable().optional(),
  jwksUrl: urlSchema.nullable().optional(),
  /** Name of a policy. */
  policy: nameSchema.nullable().optional(),
  /** Name of a tenant in development. */
  rehearsalTenant: nameSchema.nullable().optional(),
});

const tenantRenameSchema = z.strictObject({ tenant: nameSchema, to: newTenantName });

const tenantArchiveSchema = z.strictObject({ tenant: nameSchema, reason: reasonSchema });

export const ringAddSchema = z.strictObject({
  tenant: nameSchema,
  name: nameSchema.optional(),
  alg: z.enum(SIGNING_ALGORITHMS),
  writtenAs,
  bits: z.union(RSA_BITS.map((bits) => z.literal(bits))).optional(),
  empty,
});

export const ringRetireSchema = z.strictObject({ tenant: nameSchema, ring: nameSchema, reason: reasonSchema });

/** A ring that was added. */
export interface AddedRing extends RingView {
  /** What the rings of the tenant need, where its places will not suffice; `null` where they will. */
  places: PlacesForecast | null;
}

export interface TenantSummary {
  tenant: Tenant;
  keys: KeyCounts;
  lastPublishedAt: Instant | null;
  /** What the last look at the published set found; `null` before the first since the last push. */
  drift: DriftReport | null;
}

export const tenantActs = {
  'tenant.list': read<TenantSummary[]>()(noArgs),
  'tenant.show': read<TenantView>()(tenantArgs),
  'tenant.add': act<TenantView>()(tenantAddSchema, { confirmed: true }),
  /** What the edit would bring with it. */
  'tenant.previewEdit': read<TenantConsequence[]>()(tenantEditSchema),
  'tenant.edit': act<TenantView>()(tenantEditSchema, { confirmed: true, proven: 'leaving-production' }),
  'tenant.rename': act<TenantView>()(tenantRenameSchema, { confirmed: true }),
  'tenant.archive': act<TenantView>()(tenantArchiveSchema, {
    confirmed: true,
    page: tenantArchiveSchema.extend(noReasonYet),
  }),
  'tenant.revive': act<TenantView>()(tenantArgs),
  'tenant.remove': act<null>()(tenantArgs),
  'ring.add': act<AddedRing>()(ringAddSchema),
  'ring.retire': act<RingView>()(ringRetireSchema, { confirmed: true, page: ringRetireSchema.extend(noReasonYet) }),
  'credentials.show': read<CredentialView | null>()(tenantArgs),
  /** The window sends no secret: the main process asks the officer for it. `null` when that was closed. */
  'credentials.store': dialog<CredentialFacts | null>()(credentialOrderSchema),
  /** Whether they are gone now: false when the officer said no. */
  'credentials.remove': dialog<boolean>()(tenantArgs),
  /** The keys with which the tenant itself signs. */
  'remote.keys': remote<OwnKeysView>()(ownKeysSchema, { stops: true }),
  'remote.rotate': act<OwnKeysChange>()(ownKeysSchema, { confirmed: true, stops: true }),
  'remote.revoke': act<OwnKeysChange>()(ownRevokeSchema, { confirmed: true, proven: true, stops: true }),
  'remote.export': dialog<SavedFile>()(ownExportSchema),
  /** The tenant on this machine, for rehearsals. Nothing of custody changes, so nothing is recorded. */
  'sandbox.start': read<SandboxStatus>()(noArgs),
  /** What is armed to go wrong there, once. */
  'sandbox.trouble': read<RehearsedTrouble>()(noArgs),
  'sandbox.rehearse': read<RehearsedTrouble>()(rehearseTroubleSchema),
};
