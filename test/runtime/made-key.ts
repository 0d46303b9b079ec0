// A complete signing key made by the real workshop, for tests that need one. No test framework: it also runs bundled
// inside Electron.
import { createHash } from 'node:crypto';
import { UNTOUCHED } from '../../main/acts/custody/make-key.ts';
import { createKeyWorkshop } from '../support/workshop.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import { ringOf } from '../support/rings.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';

const MADE_AT = new Date('2026-11-22T05:30:00.750Z');

export interface MadeKey {
  ring: KeyRing;
  key: SigningKey;
  pkcs8: Uint8Array;
}

export async function makeKey(alg: SigningAlgorithm, commonName = 'acme.eu.auth0.com'): Promise<MadeKey> {
  const workshop = createKeyWorkshop();
  const ring = { ...ringOf(alg), createdAt: MADE_AT.toISOString() };
  const material = await workshop.generate(alg, ring.bits);
  const certificate = await workshop.certify(material, alg, { commonName, notBefore: MADE_AT, days: 5000 });
  const key: SigningKey = {
    id: 'key',
    ringId: ring.id,
    tenantId: ring.tenantId,
    kid: material.thumbprint,
    alg,
    state: 'next',
    jwk: workshop.publicJwk(material.spki, certificate, alg, material.thumbprint),
    certificate: Buffer.from(certificate).toString('base64'),
    certificateEndsAt: '2040-07-31T08:00:00.000Z',
    spkiSha256: createHash('sha256').update(material.spki).digest('hex'),
    provenance: { kind: 'generated', source: null },
    exportable: true,
    createdAt: ring.createdAt,
    ...UNTOUCHED,
  };
  return { ring, key, pkcs8: material.pkcs8 };
}
