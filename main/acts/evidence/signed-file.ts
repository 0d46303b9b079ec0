// What others check without this program: facts in canonical JSON on one line, signed by the device, with the SHA-256 of the
// pages that were made of them for people.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import type { Device } from '../audit/device.ts';

export interface ReportFile {
  fileName: string;
  bytes: Uint8Array;
}

/** The signature is over all of it but itself (a JWS with detached payload, RFC 7515 F). `format` is also its purpose. */
export async function signedFile(
  facts: { format: string },
  pages: readonly ReportFile[],
  device: Device,
): Promise<Uint8Array> {
  const documents = pages.map(({ fileName, bytes }) => ({ file: fileName, sha256: sha256Of(bytes) }));
  const content = canonicalJson({ purpose: facts.format, ...facts, documents });
  const jws: unknown = JSON.parse(await device.sign(facts.format, content));
  const signature = z.object({ protected: z.string(), signature: z.string() }).parse(jws);
  return Buffer.from(`${canonicalJson({ ...facts, documents, signature })}\n`);
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
