// Whether anything that is secret lies in a file that is not the keychain: known octets are looked for, and what private keys
// and identities look like.
import { createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { secretName } from '../../main/ports/secret-name.ts';
import { secretForms } from '../support/secret-forms.ts';
import { IMPORTED, LONG_TOKEN } from './act.ts';
import { type FaultDesk, keychainFolder } from './fault-desk.ts';

interface FoundFile {
  name: string;
  bytes: Buffer;
}

interface Secrets {
  /** In every writing. */
  forms: Buffer[];
  /** Whether the keychain must not hold them either, now that all is settled. */
  sealed: boolean;
}

const LOOKS_PRIVATE = /-----BEGIN (?:EC |RSA )?PRIVATE KEY-----|AGE-SECRET-KEY-1/;

/** All that lies in the folder, but for what the officer brought along. */
export const filesIn = (folder: string): FoundFile[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !Object.values<string>(IMPORTED).includes(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file), bytes: readFileSync(file) }));

/** What is secret in an unlocked custodian. */
export async function secretsOf({ vault, custodian, ports: { registry } }: FaultDesk): Promise<Secrets> {
  const ids = registry.read((reader) => reader.tenants().flatMap(({ id }) => reader.keys(id).map((key) => key.id)));
  const found = await Promise.all(ids.map((id) => vault.get(secretName(id)).catch(() => null)));
  const octets = found.flatMap((pkcs8) => (pkcs8 === null ? [] : secretOctets(pkcs8)));
  const { stage } = await custodian.vault.sealState();
  return { forms: [...octets, Buffer.from(LONG_TOKEN.slice(0, 60))].flatMap(secretForms), sealed: stage === 'sealed' };
}

/** The private number of the key, and the primes where it has any. */
function secretOctets(pkcs8: Uint8Array): Buffer[] {
  const jwk = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  return [jwk.d, jwk.p].flatMap((member) =>
    member === undefined ? [] : [Buffer.from(member, 'base64url').subarray(0, 32)],
  );
}

/** `left`: as a killed process left it; the keychain may not be sealed whole there. */
export const lyingOpen = (left: readonly FoundFile[], now: readonly FoundFile[], secrets: Secrets): string[] => [
  ...openIn(left, { ...secrets, sealed: false }),
  ...openIn(now, secrets),
];

function openIn(files: readonly FoundFile[], { forms, sealed }: Secrets): string[] {
  const keychain = `${path.basename(keychainFolder(''))}${path.sep}`;
  return files
    .filter(({ name }) => sealed || !name.startsWith(keychain))
    .filter(({ bytes }) => LOOKS_PRIVATE.test(bytes.toString('latin1')) || forms.some((form) => bytes.includes(form)))
    .map(({ name }) => `something secret lies open in ${name}`);
}
