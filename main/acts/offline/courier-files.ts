// Bundle and receipt as files: written in the one canonical form, read back only when signature, schema and form hold.
// Who signed is told; whether that device is believed is for the caller to decide.
import { createHash } from 'node:crypto';
import {
  type Bundle,
  BUNDLE_PURPOSE,
  bundleSchema,
  type OpenedBundle,
  type Receipt,
  RECEIPT_PURPOSE,
  receiptSchema,
} from '../../../shared/domain/offline/courier.ts';
import { jsonOf } from '../../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { z } from 'zod';
import { check } from '../../../shared/problems/issue.ts';
import type { CourierFlaw } from '../../../shared/problems/courier.ts';
import { deviceKeyFingerprint } from '../audit/seal.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import type { Device } from '../audit/device.ts';
import { isError } from '../../../shared/domain/published-set/findings.ts';
import { lintSet } from '../../../shared/domain/published-set/lint.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Reading } from '../../ports/reading.ts';

type FileKind = 'bundle' | 'receipt';

/** Two machines that were never on one network may differ by so much before something is wrong. */
export const CLOCK_TOLERANCE_MS = 3_600_000;

export async function writeBundle(device: Device, bundle: Bundle): Promise<{ text: string; sha256: string }> {
  const content = canonicalJson(bundle);
  return { text: await device.sign(BUNDLE_PURPOSE, content), sha256: sha256Of(content) };
}

export const writeReceipt = (device: Device, receipt: Receipt): Promise<string> =>
  device.sign(RECEIPT_PURPOSE, canonicalJson(receipt));

/** The bytes that a set is sent as; `null`: the set is deleted. */
export const bodyOf = (set: readonly Readonly<Record<string, unknown>>[]): string | null =>
  set.length === 0 ? null : canonicalJson({ keys: set });

/** Throws COURIER_FILE_REFUSED. An expired bundle is opened too: it may be looked at. */
export async function openBundle(
  { reading, clock }: { reading: Reading; clock: Clock },
  text: string,
): Promise<OpenedBundle> {
  const { value: bundle, ...signed } = await open(reading, text, 'bundle', BUNDLE_PURPOSE, bundleSchema);
  const now = clock.now().getTime();
  if (Date.parse(bundle.madeAt) > now + CLOCK_TOLERANCE_MS) {
    throw refused('bundle', { code: 'made-in-future', at: bundle.madeAt });
  }
  const fault = lintSet(bundle.set, new Set()).find(isError);
  if (fault !== undefined) {
    throw refused('bundle', { code: 'finding', kid: fault.kid, finding: fault.code });
  }
  return {
    bundle,
    ...signed,
    body: bodyOf(bundle.set),
    kids: bundle.set.map(({ kid }) => (typeof kid === 'string' ? kid : '')),
    expired: Date.parse(bundle.expiresAt) <= now,
  };
}

/** Throws COURIER_FILE_REFUSED. */
export async function openReceipt(reading: Reading, text: string): Promise<{ receipt: Receipt; courier: string }> {
  const { value, device } = await open(reading, text, 'receipt', RECEIPT_PURPOSE, receiptSchema);
  return { receipt: value, courier: device };
}

async function open<S extends z.ZodType>(
  reading: Reading,
  text: string,
  file: FileKind,
  type: string,
  schema: S,
): Promise<{ value: z.output<S>; sha256: string; device: string }> {
  const { content, deviceKey } = await reading.openDocument(text, type, file);
  const read = check(schema, jsonOf(content));
  if (!read.ok) {
    const { path, problem } = read.refusal;
    throw refused(file, { code: 'member', member: path, problem });
  }
  if (canonicalJson(read.value) !== content) {
    throw refused(file, { code: 'not-canonical' });
  }
  return { value: read.value, sha256: sha256Of(content), device: deviceKeyFingerprint(deviceKey) };
}

export const refused = (file: FileKind, problem: CourierFlaw): CustodianError =>
  new CustodianError('COURIER_FILE_REFUSED', { file, problem });

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
