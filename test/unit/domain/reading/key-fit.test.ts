// Which rings the window offers for a file is the same as which rings take its key.
import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { createKeyWorkshop } from '../../../support/workshop.ts';
import { fitsFile } from '../../../../shared/domain/reading/key-fit.ts';
import { SIGNING_ALGORITHMS } from '../../../../shared/domain/algorithms.ts';
import { jsonFile } from '../../../support/own-files.ts';
import { aRing } from '../../../support/keys.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;
const pem = (key: typeof rsa): Buffer => Buffer.from(key.export({ type: 'pkcs8', format: 'pem' }));
const workshop = createKeyWorkshop();

it.each([
  ['RSA', pem(rsa)],
  ['EC P-384', pem(ec)],
  ['Ed25519', pem(ed)],
  ['a JWK marked PS256', jsonFile({ ...rsa.export({ format: 'jwk' }), alg: 'PS256' })],
  ['a JWK marked EdDSA', jsonFile({ ...ed.export({ format: 'jwk' }), alg: 'EdDSA' })],
])('%s', async (_, file) => {
  const found = await workshop.inspect(file, null, new Date());
  for (const alg of SIGNING_ALGORITHMS) {
    const options = { passphrase: null, entry: null, allowSmallExponent: false };
    const taken = await workshop.read(Uint8Array.from(file), { ...aRing, alg }, options).then(
      () => true,
      () => false,
    );
    expect([alg, fitsFile(alg, found)]).toEqual([alg, taken]);
  }
});

it('every ring is offered for a file that is closed yet', async () => {
  const file = Buffer.from(rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }));
  const found = await workshop.inspect(file, null, new Date());
  expect(SIGNING_ALGORITHMS.every((alg) => fitsFile(alg, found))).toBe(true);
});
