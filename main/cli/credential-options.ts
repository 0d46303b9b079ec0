// The options by which a command is given a credential. Secrets come through standard input or files, never as words of
// the command; what is not a whole credential is a usage error.
import type { CredentialKind } from '../../shared/domain/endpoints.ts';
import { MAX_CREDENTIAL_BYTES } from '../../shared/domain/limits.ts';
import type { CredentialSecrets } from '../acts/tenants/credentials.ts';
import { readLimited } from '../files/read-file.ts';
import { readCredentialSecret } from './key-file.ts';
import type { Console } from './output.ts';

export interface CredentialOptions {
  clientId?: string;
  secretStdin?: true;
  privateKeyJwt?: string;
  tokenStdin?: true;
  basic?: string;
  clientCertificate?: string;
  keyFile?: string;
}

type Option = keyof CredentialOptions;

/** Which options make which credential. */
const FORMS: readonly (readonly [CredentialKind, readonly Option[]])[] = [
  ['client-secret', ['clientId', 'secretStdin']],
  ['private-key-jwt', ['clientId', 'privateKeyJwt']],
  ['token', ['tokenStdin']],
  ['basic', ['basic', 'secretStdin']],
  ['client-certificate', ['clientCertificate', 'keyFile']],
];

/** `null` when these options make none. */
export function credentialFormOf(options: Readonly<Record<string, unknown>>): CredentialKind | null {
  const names = Object.keys(options).toSorted().join(' ');
  return FORMS.find(([, needed]) => needed.toSorted().join(' ') === names)?.[0] ?? null;
}

/** The public part, with names as the schema has them. */
export function credentialParts(kind: CredentialKind, options: CredentialOptions): Record<string, string> {
  const { clientId, privateKeyJwt: kid, basic: user } = options;
  const parts: Record<string, string | undefined> = { kind, clientId, kid, user };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export async function credentialSecrets(
  { secretStdin, tokenStdin, clientCertificate, keyFile }: CredentialOptions,
  { stdin }: Pick<Console, 'stdin'>,
): Promise<CredentialSecrets> {
  const piped = secretStdin === true || tokenStdin === true;
  return {
    secret: piped ? await readCredentialSecret(stdin) : new Uint8Array(),
    certificate: await bytesOf(clientCertificate),
    key: await bytesOf(keyFile),
  };
}

async function bytesOf(file: string | undefined): Promise<Uint8Array> {
  return file === undefined ? new Uint8Array() : readLimited(file, MAX_CREDENTIAL_BYTES);
}
