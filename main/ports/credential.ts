// What lets us in at a tenant's endpoint: one small JSON document in the keychain, under a name that follows from the
// tenant's id. It says itself of which kind it is, so that the public facts about it and its secret part cannot drift
// apart. The registry knows nothing of it but the audit entries (docs/adr/0014).
import { type CredentialKind, isPlaced } from '../../shared/domain/endpoints.ts';
import { z } from 'zod';
import { credentialKindsOf } from '../../shared/domain/tenant/credentials.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import { Secret, textIn } from './secret.ts';
import type { SecretBox } from './secret-box.ts';
import { credentialName } from './secret-name.ts';

const text = z.string().min(1);

/** Scheme, host and port for which it was given; `null` for the sandbox, whose port changes. */
const origin = z.string().nullable();

const KINDS = [
  /** Client credentials grant with a secret (RFC 6749 §4.4). */
  z.strictObject({ kind: z.literal('client-secret'), origin, clientId: text, clientSecret: text }),
  /** The same with an assertion that a key in custody signs (RFC 7523 §2.2): nothing of it is secret. */
  z.strictObject({ kind: z.literal('private-key-jwt'), origin, clientId: text, kid: text, keyId: text }),
  /** A token that somebody else obtained, sent as it is (RFC 6750). */
  z.strictObject({ kind: z.literal('token'), origin, token: text }),
  /** User and password (RFC 7617). */
  z.strictObject({ kind: z.literal('basic'), origin, user: text, password: text }),
  /** TLS client authentication; both in PEM, the certificate with its chain. */
  z.strictObject({ kind: z.literal('client-certificate'), origin, certificate: text, key: text, subject: text }),
] as const;

/** The sandbox's first credentials did not name their kind. */
const firstForm = z
  .strictObject({ clientId: text, clientSecret: text })
  .transform((credential) => ({ kind: 'client-secret' as const, origin: null, ...credential }));

const credentialSchema = z.union([z.discriminatedUnion('kind', KINDS), firstForm]);

export type Credential = z.infer<(typeof KINDS)[number]>;
export type CredentialOf<K extends CredentialKind> = Extract<Credential, { kind: K }>;

/** The Management API of the tenant, or the URL of its key set. Throws PUBLISH_NOT_CONFIGURED when nobody said where. */
export function endpointUrlOf({ name, endpoint, apiBaseUrl, domain }: Tenant): string {
  if (!isPlaced({ endpoint, apiBaseUrl })) {
    throw new CustodianError('PUBLISH_NOT_CONFIGURED', { tenant: name, missing: 'write-url' });
  }
  return apiBaseUrl ?? `https://${domain}/api/v2`;
}

/** For what place a credential of the tenant is given. */
export const originOf = (tenant: Tenant): string => new URL(endpointUrlOf(tenant)).origin;

/** The caller disposes of it. */
export const credentialSecret = (credential: Credential): Secret => Secret.ofText(JSON.stringify(credential));

/** For a credential that can be had again at any time; one that an officer brings goes through custody. */
export async function putCredential(secrets: SecretBox, tenant: Tenant, credential: Credential): Promise<void> {
  using secret = credentialSecret(credential);
  await secrets.put(credentialName(tenant.id), secret);
}

/**
 * Throws PUBLISH_NOT_CONFIGURED when there is none that the tenant's endpoint takes, or when it was given for another place.
 * SECURITY: whoever edits the address in the registry must not have the secret sent to a server of theirs.
 */
export async function readCredential(secrets: SecretBox, tenant: Tenant): Promise<Credential> {
  const credential = await findCredential(secrets, tenant);
  if (credential === null || !credentialKindsOf(tenant.endpoint).includes(credential.kind)) {
    throw new CustodianError('PUBLISH_NOT_CONFIGURED', { tenant: tenant.name, missing: 'credentials' });
  }
  if (credential.origin !== originOf(tenant)) {
    throw new CustodianError('PUBLISH_NOT_CONFIGURED', { tenant: tenant.name, missing: 'credentials-for-new-address' });
  }
  return credential;
}

/** `null` when there is none, or when what is there is not a credential. */
export async function findCredential(secrets: SecretBox, tenant: Tenant): Promise<Credential | null> {
  using secret = await secrets.find(credentialName(tenant.id));
  try {
    return secret && credentialSchema.parse(JSON.parse(secret.use(textIn)));
  } catch {
    return null;
  }
}
