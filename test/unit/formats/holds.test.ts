// The second readers must notice what they are there to notice: any changed file.
import * as fc from 'fast-check';
import forge from 'node-forge';
import { beforeAll, expect, test } from 'vitest';
import { AUTH0_PROFILE } from '../../../main/formats/auth0-profile.ts';
import { base64 } from '../../../main/formats/base64.ts';
import { cer } from '../../../main/formats/cer.ts';
import { fingerprint } from '../../../main/formats/fingerprint.ts';
import type { KeyFormat, PublicKeyRecord } from '../../../main/formats/format.ts';
import { jwk } from '../../../main/formats/jwk.ts';
import { p7b } from '../../../main/formats/p7b.ts';
import { pb7 } from '../../../main/formats/pb7.ts';
import { pem } from '../../../main/formats/pem.ts';
import { rawPem } from '../../../main/formats/raw-pem.ts';
import { pin } from '../../../main/formats/pin.ts';
import { saml } from '../../../main/formats/saml.ts';
import { certificateSpki, spki, spkiDer } from '../../../main/formats/spki.ts';
import { ssh } from '../../../main/formats/ssh.ts';
import { makeKey } from '../../runtime/made-key.ts';

const parts = (node: forge.asn1.Asn1 | undefined): forge.asn1.Asn1[] => (Array.isArray(node?.value) ? node.value : []);

const records: PublicKeyRecord[] = [];
beforeAll(async () => {
  for (const alg of ['ES256', 'ES256', 'Ed25519'] as const) {
    const { key } = await makeKey(alg);
    records.push({
      certificate: Buffer.from(key.certificate, 'base64'),
      chain: [],
      spki: certificateSpki(Buffer.from(key.certificate, 'base64')),
      jwk: key.jwk,
    });
  }
});

const standard = { pem, cer, rawPem, base64, p7b, pb7, fingerprint, jwk, spki, spkiDer, pin, ssh, saml };
const auth0 = Object.entries(AUTH0_PROFILE).map(([name, format]): [string, KeyFormat] => [`${name} of auth0`, format]);
const all: [string, KeyFormat][] = [...Object.entries(standard), ...auth0];

const holds = (format: KeyFormat, file: Uint8Array, record: PublicKeyRecord): boolean => {
  try {
    return format.holds(file, record);
  } catch {
    return false;
  }
};

test.each(all)('%s holds its own key and no other', (_name, format) => {
  for (const [index, record] of records.entries()) {
    const file = format.encode(record);
    expect(records.map((candidate) => holds(format, file, candidate))).toEqual(records.map((_, at) => at === index));
  }
});

test('another reader of ASN.1 finds the same certificate in PKCS#7, and nothing behind it', () => {
  for (const record of records) {
    const contentInfo = forge.asn1.fromDer(Buffer.from(p7b.encode(record)).toString('latin1'));
    const found = parts(parts(parts(parts(contentInfo)[1])[0])[3]);
    const [only] = found.map((part) => Buffer.from(forge.asn1.toDer(part).getBytes(), 'latin1'));
    expect([found.length, only?.equals(record.certificate)]).toEqual([1, true]);
  }
});

test('any changed byte of a certificate is noticed', () => {
  const [record] = records;
  const file = record === undefined ? new Uint8Array() : cer.encode(record);
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Uint8Array.from(file, (byte, index) => (index === at ? byte ^ flip : byte));
      expect(records.some((candidate) => holds(cer, changed, candidate))).toBe(false);
    }),
  );
});
