// Key files as somebody might bring them: made for one test, in the formats that matter to it.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';

const rsa = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

export const rsaPem = (): Buffer => Buffer.from(rsa().export({ type: 'pkcs8', format: 'pem' }));

export const ecPem = (): Buffer => Buffer.from(ec().export({ type: 'pkcs8', format: 'pem' }));

export const ecJwk = (members: object = {}): Record<string, unknown> => ({
  ...ec().export({ format: 'jwk' }),
  ...members,
});

/** A private JWK with further members. */
export const rsaJwk = (members: object = {}): Record<string, unknown> => ({
  ...rsa().export({ format: 'jwk' }),
  ...members,
});

export const jsonFile = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
