// Tries the test signature of keys inside Electron for test/support/in-electron.ts: one that fails must not end the process.
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { signatureFlaw } from '../../main/reading/judge-key.ts';
import { spkiOf } from '../../main/encoding/public-parts.ts';

const [, , question = '', answer = ''] = process.argv;

const keys = JSON.parse(readFileSync(question, 'utf8')) as string[];
const flaws = keys.map((pkcs8) => {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
  return signatureFlaw({ privateKey, spki: spkiOf(createPublicKey(privateKey)) });
});
writeFileSync(answer, JSON.stringify(flaws));
