// The credentials of a tenant's endpoint: stored, shown without their secret part, removed. The keychain is told what is to
// come before it is touched, as for private keys (docs/adr/0011), and the audit entries hold public facts only.
import { type CredentialKind, isHere, isPlaced } from '../../../shared/domain/endpoints.ts';
import type { Field } from '../../../shared/problems/fields.ts';
import type { InputProblem } from '../../../shared/problems/input.ts';
import {
  type CredentialFacts,
  credentialKindsOf,
  type CredentialOrder,
  type CredentialView,
} from '../../../shared/domain/tenant/credentials.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { type Credential, credentialSecret, findCredential, originOf } from '../../ports/credential.ts';
import { keepSecret } from '../custody/custody.ts';
import { findTenant } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import { credentialName } from '../../ports/secret-name.ts';
import { settleIntents } from '../custody/settle-intents.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { assertionKey, signsTokens } from './client-assertion.ts';
import { bound, queued, looking } from '../bound.ts';

/** UTF-8, or PEM files. What the kind does not need is empty. The custodian overwrites them. */
export interface CredentialSecrets {
  secret: Uint8Array;
  certificate: Uint8Array;
  key: Uint8Array;
}

/** To which tenant and place a person was told that a credential goes. */
export interface ShownPlace {
  tenantId: string;
  place: string;
}

/**
 * Where such a credential would be sent, to be told before somebody is asked for its secret. Throws what storing it would
 * throw for the order alone.
 */
export const place = looking(({ registry }, order: CredentialOrder): string => {
  const tenant = registry.read((reader) => findTenant(reader, order.tenant));
  refuseKind(tenant, order.kind);
  if (order.kind === 'private-key-jwt') {
    registry.read((reader) => assertionKey(reader, order.tenant, order));
  }
  return originOf(tenant);
});

/** `null` when there is none. */
export const show = bound('credentials.show', async ({ registry, secrets }, args): Promise<CredentialView | null> => {
  const { tenant: name } = args;
  const tenant = registry.read((reader) => findTenant(reader, name));
  const credential = await findCredential(secrets, tenant);
  return credential === null ? null : { ...factsOf(credential), fits: fitsNow(credential, tenant) };
});

/**
 * Replaces the tenant's credential. `shown`: what a person was told while the secret was asked for; throws
 * CONFIRMATION_CHANGED when it would go elsewhere by now. The secrets are overwritten before this settles.
 */
async function storeCredential(
  ports: Ports,
  order: CredentialOrder,
  secrets: CredentialSecrets,
  shown?: ShownPlace,
): Promise<CredentialFacts> {
  const { registry } = ports;
  const tenant = registry.read((reader) => findTenant(reader, order.tenant));
  // SECURITY: somebody typed a secret for the place that was shown, and for no other.
  if (shown !== undefined && (shown.tenantId !== tenant.id || shown.place !== originOf(tenant))) {
    throw new CustodianError('CONFIRMATION_CHANGED', {});
  }
  const credential = await credentialFor(ports, tenant, order, secrets);
  const alsoSignsTokens = registry.read((reader) => isTokenKey(reader, tenant, order));
  const facts: CredentialFacts = { ...factsOf(credential), ...(alsoSignsTokens && { alsoSignsTokens }) };
  const override = order.kind === 'private-key-jwt' ? order.override : undefined;
  const details = { ...facts, ...(alsoSignsTokens && { overrideReason: override ?? null }) };
  using secret = credentialSecret(credential);
  const kept = { name: credentialName(tenant.id), called: `the credential of “${tenant.name}”`, secret };
  return await keepSecret(ports, kept, (clearNotes) =>
    registry.change({ action: 'tenant.credentials-stored', subject: tenant.name, details }, (writer) => {
      findTenant(writer, tenant.name);
      clearNotes(writer);
      return facts;
    }),
  );
}

export const store = queued(storeCredential, ([, { secret, certificate, key }]) => {
  [secret, certificate, key].forEach((bytes) => bytes.fill(0));
});

const isTokenKey = (reader: RegistryReader, tenant: Tenant, order: CredentialOrder): boolean =>
  order.kind === 'private-key-jwt' && signsTokens(assertionKey(reader, order.tenant, order), tenant);

/** Throws INPUT_INVALID for a credential that such an endpoint does not take, or that is none. */
export async function credentialFor(
  ports: Pick<Ports, 'registry' | 'reading' | 'clock'>,
  tenant: Tenant,
  order: CredentialOrder,
  secrets: CredentialSecrets,
): Promise<Credential> {
  refuseKind(tenant, order.kind);
  return { ...(await credentialFrom(ports, order, secrets)), origin: originOf(tenant) };
}

/** Answers whether there was one. */
export const remove = queued(async (ports, name: string): Promise<boolean> => {
  const { registry, secrets, clock } = ports;
  const tenant = registry.read((reader) => findTenant(reader, name));
  const credential = await findCredential(secrets, tenant);
  if (credential === null) {
    return false;
  }
  const at = clock.now().toISOString();
  const act = { action: 'tenant.credentials-removed', subject: tenant.name, details: { ...factsOf(credential) } };
  registry.change(act, (writer) => writer.addIntent({ name: credentialName(tenant.id), purpose: 'remove', at }));
  await settleIntents(ports);
  return true;
});

function refuseKind({ endpoint }: Tenant, kind: CredentialKind): void {
  const taken = credentialKindsOf(endpoint);
  if (!taken.includes(kind)) {
    const problem: InputProblem =
      taken.length === 0 ? { code: 'sandbox-credentials' } : { code: 'credential-kinds', endpoint, kinds: taken };
    throw new CustodianError('INPUT_INVALID', { field: 'credentials', problem });
  }
}

/** Still without the place that it is for. */
type Unbound = Credential extends infer C ? (C extends Credential ? Omit<C, 'origin'> : never) : never;

async function credentialFrom(
  { registry, reading, clock }: Pick<Ports, 'registry' | 'reading' | 'clock'>,
  order: CredentialOrder,
  given: CredentialSecrets,
): Promise<Unbound> {
  switch (order.kind) {
    case 'client-secret':
      return { kind: order.kind, clientId: order.clientId, clientSecret: secretText(given.secret, CLIENT_SECRET) };
    case 'private-key-jwt': {
      const { kid, id } = registry.read((reader) => assertionKey(reader, order.tenant, order));
      return { kind: order.kind, clientId: order.clientId, kid, keyId: id };
    }
    case 'token':
      return { kind: order.kind, token: secretText(given.secret, TOKEN) };
    case 'basic':
      return { kind: order.kind, user: order.user, password: secretText(given.secret, PASSWORD) };
    case 'client-certificate': {
      const { certificate, key, subject } = await reading.clientIdentity(given.certificate, given.key, clock.now());
      return { kind: order.kind, certificate, key, subject };
    }
  }
}

interface SecretForm {
  field: Field;
  form: RegExp;
}

/** RFC 6749 §A.2, RFC 6750 §2.1, RFC 7617 §2. */
const CLIENT_SECRET: SecretForm = { field: 'secret', form: /^[\x20-\x7e]+$/ };
const TOKEN: SecretForm = { field: 'token', form: /^[A-Za-z0-9._~+/-]+=*$/ };
const PASSWORD: SecretForm = { field: 'secret', form: /^[^\p{C}]+$/u };

/** The problem is told without repeating anything of the secret. */
function secretText(bytes: Uint8Array, { field, form }: SecretForm): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CustodianError('INPUT_INVALID', { field, problem: { code: 'no-text' } });
  }
  if (!form.test(text)) {
    const problem = { code: text === '' ? 'nothing-given' : 'odd-characters' } as const;
    throw new CustodianError('INPUT_INVALID', { field, problem });
  }
  return text;
}

function factsOf(credential: Credential): CredentialFacts {
  const { kind, origin } = credential;
  switch (kind) {
    case 'client-secret':
      return { kind, who: credential.clientId, kid: null, origin };
    case 'private-key-jwt':
      return { kind, who: credential.clientId, kid: credential.kid, origin };
    case 'token':
      return { kind, who: null, kid: null, origin };
    case 'basic':
      return { kind, who: credential.user, kid: null, origin };
    case 'client-certificate':
      return { kind, who: credential.subject, kid: null, origin };
  }
}

/** As `readCredential` judges it. */
function fitsNow({ kind, origin }: Credential, tenant: Tenant): boolean {
  const { endpoint } = tenant;
  if (isHere(endpoint)) {
    return true;
  }
  // A plain endpoint may have lost its address.
  return isPlaced(tenant) && credentialKindsOf(endpoint).includes(kind) && origin === originOf(tenant);
}
