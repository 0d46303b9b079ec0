// The keys with which a tenant itself signs, as every border speaks of them: what is asked, and what is told.
import { z } from 'zod';
import { kidSchema, nameSchema } from '../../fields.ts';
import { EXPORT_FORMATS, EXPORT_PROFILES } from '../formats.ts';
import { LIFE_STATES, type LifeState } from '../limits.ts';
import type { CertificateFacts } from '../key-ring/certificates.ts';
import type { Instant } from '../timing/instant.ts';

export const ownKeysSchema = z.strictObject({ tenant: nameSchema });
export const ownRevokeSchema = z.strictObject({ tenant: nameSchema, kid: kidSchema });
export const ownExportSchema = z.strictObject({
  tenant: nameSchema,
  format: z.enum(EXPORT_FORMATS),
  profile: z.enum(EXPORT_PROFILES).optional(),
  kid: kidSchema.optional(),
  /** The newest key in this state, when no kid is given. */
  state: z.enum(LIFE_STATES).default('current'),
});

export type OwnExportArgs = z.output<typeof ownExportSchema>;

export interface OwnKeyView {
  kid: string;
  state: LifeState;
  currentSince: Instant | null;
  currentUntil: Instant | null;
  revokedAt: Instant | null;
  certificate: CertificateFacts;
}

/** Counted from the tenant's own list, so rotations made elsewhere count too. */
export interface RotateBudget {
  limit: number;
  used: number;
  remaining: number;
  /** When the next one becomes free; `null` while none is used. */
  nextAt: Instant | null;
}

export interface OwnKeysView {
  tenant: string;
  /** next, current, previous (newest first), revoked (newest first). */
  keys: OwnKeyView[];
  budget: RotateBudget;
}

/** The changed list, and whether the tenant's answer told of the change or reading back did. */
export type OwnKeysChange = OwnKeysView & { answered: boolean };
