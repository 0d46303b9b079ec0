// The register of a tenant's consumers: who verifies its tokens, how, with which cache, whom to ask, and which file they
// need. Consumers that hold keys by hand answer two questions for each change of keys: “do you have the new one?” before
// it signs, and “do you still need the old one?” before it is revoked.
import { z } from 'zod';
import { kidSchema, nameSchema } from '../../fields.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../formats.ts';
import type { KeyState } from '../limits.ts';
import type { Instant } from '../timing/instant.ts';
import { VERIFIER_IDS, type VerifierId, VERIFIERS } from '../verifiers.ts';
import { because } from '../../problems/input.ts';

export interface Consumer {
  id: string;
  tenantId: string;
  /** Unique within the tenant, as people call it. */
  name: string;
  verifier: VerifierId;
  /** How long this one keeps a key set, when it is not as long as its product does by itself. Always `null` when pinned. */
  cacheSeconds: number | null;
  /** Whom to ask, in free text. */
  contact: string | null;
  /** The file it takes; `null` when it fetches the published set by itself. */
  format: ExportFormat | null;
  /** Names of the rings whose tokens it verifies; `null` for all, also those that will be added. */
  rings: readonly string[] | null;
  note: string | null;
  createdAt: Instant;
}

/** What consumers are asked. */
export const CONSUMER_ANSWERS = ['has', 'let-go'] as const;

/** `has`: it has the key in place. `let-go`: it needs the key no more. */
export type ConsumerAnswer = (typeof CONSUMER_ANSWERS)[number];

export const CONSUMER_NOTES = ['handed-out', ...CONSUMER_ANSWERS] as const;

/** Something on record about one consumer and one key. */
export interface ConsumerNote {
  consumerId: string;
  kid: string;
  kind: (typeof CONSUMER_NOTES)[number];
  at: Instant;
  /** Who recorded it: the operating-system user and the door used. */
  by: string;
}

/** A question that a consumer has not answered yet. */
export interface OpenAnswer {
  ring: string;
  kid: string;
  state: KeyState;
  answer: ConsumerAnswer;
  /** When it was last given a file with this key. */
  handedOutAt: Instant | null;
}

export interface ConsumerView {
  consumer: Consumer;
  /** What is reckoned for its cache; `null` when a person must replace the key there. */
  keepsSeconds: number | null;
  /** Oldest first. */
  notes: ConsumerNote[];
  open: OpenAnswer[];
}

/** Holds keys by hand, so no wait helps. */
export const isPinned = ({ verifier }: Pick<Consumer, 'verifier'>): boolean => VERIFIERS[verifier].seconds === null;

/** How long it keeps a key set, in seconds; `null` when a person must replace the key. */
export const keepsSeconds = ({ verifier, cacheSeconds }: Pick<Consumer, 'verifier' | 'cacheSeconds'>): number | null =>
  VERIFIERS[verifier].seconds === null ? null : (cacheSeconds ?? VERIFIERS[verifier].seconds);

// ---- argument schemas ----

const YEAR = 366 * 86_400;

const freeText = (max: number) =>
  z
    .string()
    .trim()
    .min(1, because('empty'))
    .max(max)
    .regex(/^[^\p{C}]+$/u, because('line-breaks'))
    .nullable();

const facts = {
  verifier: z.enum(VERIFIER_IDS),
  cacheSeconds: z.int(because('whole-seconds')).min(0, because('seconds')).max(YEAR, because('seconds')).nullable(),
  contact: freeText(200),
  format: z.enum(EXPORT_FORMATS).nullable(),
  rings: z.array(nameSchema).min(1, because('no-ring')).max(100).readonly().nullable(),
  note: freeText(500),
};

export const consumerAddSchema = z.strictObject({
  tenant: nameSchema,
  name: nameSchema,
  ...facts,
  cacheSeconds: facts.cacheSeconds.default(null),
  contact: facts.contact.default(null),
  format: facts.format.default(null),
  rings: facts.rings.default(null),
  note: facts.note.default(null),
});

/** What is left out stays as it is; `null` takes a fact away. */
export const consumerEditSchema = z
  .strictObject({ ...facts, name: nameSchema })
  .partial()
  .extend({ tenant: nameSchema, consumer: nameSchema });

export const consumerArgs = z.strictObject({ tenant: nameSchema, consumer: nameSchema });

export const consumerConfirmSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  /** All that hold keys of this ring by hand, when left out. */
  consumer: nameSchema.optional(),
  answer: z.enum(CONSUMER_ANSWERS).default('has'),
});

/** The key that it needs next, when neither a kid nor a ring is named. */
export const consumerExportSchema = z.strictObject({
  tenant: nameSchema,
  consumer: nameSchema,
  kid: kidSchema.optional(),
  ring: nameSchema.optional(),
});

export type ConsumerConfirmArgs = z.output<typeof consumerConfirmSchema>;
export type ConsumerExportArgs = z.output<typeof consumerExportSchema>;
