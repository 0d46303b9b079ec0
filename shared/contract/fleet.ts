// All tenants at once: what is due, what was found, and finding one.
import { z } from 'zod';
import type { DriftReport } from '../domain/published-set/drift-report.ts';
import { nameSchema } from '../fields.ts';
import type { ForecastEvent } from '../domain/timing/due.ts';
import { ENVIRONMENTS, type KeyState, type SigningAlgorithm } from '../domain/limits.ts';
import type { Instant } from '../domain/timing/instant.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';
import type { SavedFile } from './saved-file.ts';

export const dueSchema = z.strictObject({
  environment: z.enum(ENVIRONMENTS).optional(),
  tenant: nameSchema.optional(),
  /** How many days ahead. */
  days: z.number().int().min(0).max(3650).default(30),
});

export const fleetDriftSchema = z.strictObject({ environment: z.enum(ENVIRONMENTS).optional() });

/** One ring of the fleet, with just enough to find it and its keys. */
export interface FleetRing {
  tenant: string;
  ring: string;
  alg: SigningAlgorithm;
  /** `currentAt`: since when it signs, or first signed. */
  keys: { kid: string; state: KeyState; currentAt: Instant | null }[];
}

export const fleetCalls = {
  'fleet.due': call<ForecastEvent[]>()(dueSchema),
  /** Saves the due list as a calendar file. */
  'fleet.calendar': call<SavedFile>()(dueSchema),
  /** Every ring of every tenant, for finding one by name or kid. */
  'fleet.rings': call<FleetRing[]>()(noArgs),
  /** Looks at every tenant that has something published. */
  'fleet.drift': call<DriftReport[]>()(fleetDriftSchema),
} satisfies Calls;
