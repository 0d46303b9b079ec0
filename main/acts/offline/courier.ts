// The courier's part, on a machine with a network and without a registry of that tenant: look, refuse unless exactly the
// expected set is there, send the bundle's bytes once, read back, and sign a receipt of what was found before and after.
// Credentials are used for this one connection and kept nowhere.
import { isHere } from '../../../shared/domain/endpoints.ts';
import { z } from 'zod';
import {
  type Bundle,
  type Carried,
  type CourierOutcome,
  type OpenedBundle,
  type Receipt,
  RECEIPT_PURPOSE,
  receiptSchema,
} from '../../../shared/domain/offline/courier.ts';
import { clientIdSchema, userSchema } from '../../../shared/domain/tenant/credentials.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { SinceLastPush } from '../../../shared/domain/published-set/finding.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { shownAs } from '../../../shared/domain/published-set/compare-sets.ts';
import { openBundle, refused, writeReceipt } from './courier-files.ts';
import { openDevice } from '../audit/device.ts';
import type { Ports } from '../../ports/ports.ts';
import type { TenantConnection } from '../../ports/tenants.ts';
import { asFound, holds } from '../../../shared/domain/published-set/preview.ts';
import { nameOf } from '../../../shared/domain/key-ring/same-key.ts';
import { refuseIfCancelled, type Work, unlessCancelled } from '../../ports/stopping.ts';
import { keysIn } from '../../../shared/domain/published-set/recorded-set.ts';
import { sinceLastPush } from '../../../shared/domain/published-set/since-last-push.ts';
import { credentialFor, type CredentialSecrets } from '../tenants/credentials.ts';
import { afterSending, asError } from '../publishing/outcome.ts';
import { readUntilThere } from '../publishing/read-until-there.ts';
import { piece } from '../bound.ts';

/** Without a tenant, which the bundle names, and without private_key_jwt, whose key stays at home. */
export const courierCredentialSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('client-secret'), clientId: clientIdSchema }),
  z.strictObject({ kind: z.literal('token') }),
  z.strictObject({ kind: z.literal('basic'), user: userSchema }),
  z.strictObject({ kind: z.literal('client-certificate') }),
]);

export interface CourierOrder {
  /** The bundle's file. */
  text: string;
  /** The device that the bundle must be signed by. */
  fingerprint: string;
  /** `null` for a sandbox tenant, which gives itself its credentials. */
  credential: { order: z.output<typeof courierCredentialSchema>; secrets: CredentialSecrets } | null;
}

interface Visit {
  outcome: CourierOutcome;
  before: RemoteKey[];
  after: RemoteKey[] | null;
  unexpected: SinceLastPush[];
}

/** The receipt's text goes to a file. A bundle that was pushed is not pushed again: its receipt is given once more. */
async function carry(
  ports: Ports,
  order: CourierOrder,
  work: Work = {},
): Promise<{ carried: Carried; receipt: string }> {
  const { registry, clock, verifier } = ports;
  const opened = await openBundle(ports, order.text);
  const { bundle, sha256, device: home, kids, expired } = opened;
  if (home !== order.fingerprint) {
    throw new CustodianError('COURIER_DEVICE_UNKNOWN', { file: 'bundle', fingerprint: home });
  }
  const former = registry.read((reader) => reader.carried(bundle.id));
  if (former === null && expired) {
    throw new CustodianError('COURIER_BUNDLE_EXPIRED', { tenant: bundle.tenant.name, at: bundle.expiresAt });
  }
  const details = { bundle: bundle.id, sha256, home, act: bundle.act, kids };
  registry.change({ action: 'courier.begun', subject: bundle.tenant.name, details }, () => undefined);
  const device = await openDevice(ports, 'receipt');
  const facts = { bundle: bundle.id, tenant: bundle.tenant.name, courier: device.fingerprint, kids };
  if (former !== null) {
    const { outcome, receipt } = former;
    return { carried: { ...facts, outcome, unexpected: [], again: true }, receipt };
  }
  work.progress?.(1, 4, 'reading');
  const connection = await unlessCancelled(work.signal, () => connect(ports, bundle, order.credential));
  const { outcome, before, after, unexpected } = await visit(ports, opened, connection, work);
  work.progress?.(4, 4, 'looking from outside');
  const seen = await verifier.listed(connection.jwksUrl).catch(() => null);
  const at = clock.now().toISOString();
  const content = receiptSchema.parse({
    purpose: RECEIPT_PURPOSE,
    version: 1,
    bundle: { id: bundle.id, sha256 },
    at,
    outcome,
    before: rawOf(before),
    after: after === null ? null : rawOf(after),
    public:
      seen === null
        ? null
        : {
            jwksSha256: seen.jwksSha256,
            kids: seen.kids.filter(({ length }) => length <= 500).slice(0, 100),
            cacheControl: seen.cacheControl?.slice(0, 2000) ?? null,
          },
  } satisfies Record<keyof Receipt, unknown>);
  const receipt = await writeReceipt(device, content);
  const record = (): void =>
    registry.change({ action: `courier.${outcome}`, subject: bundle.tenant.name, details }, (writer) => {
      // What was refused sent nothing, so it may be tried again.
      if (outcome !== 'refused') {
        writer.addCarried({ bundleId: bundle.id, at, outcome, receipt });
      }
    });
  if (after === null) {
    record();
  } else {
    await afterSending(bundle.tenant, 'publication', record);
  }
  return { carried: { ...facts, outcome, unexpected, again: false }, receipt };
}

async function connect(
  ports: Ports,
  { tenant: address, madeAt }: Bundle,
  credential: CourierOrder['credential'],
): Promise<TenantConnection> {
  const none = {
    policyId: null,
    rehearsalTenantId: null,
    cacheSeen: null,
    furtherDomains: [],
    issuer: null,
    archive: null,
  };
  // The id stands in the name of the sandbox's own credential; nothing else is kept under it.
  const tenant: Tenant = { id: 'courier', ...address, ...none, createdAt: madeAt };
  if (credential === null) {
    if (!isHere(tenant.endpoint)) {
      throw new CustodianError('PUBLISH_NOT_CONFIGURED', { tenant: tenant.name, missing: 'credentials' });
    }
    return ports.tenants.connect(tenant);
  }
  const { order, secrets } = credential;
  const given = await credentialFor(ports, tenant, { tenant: tenant.name, ...order }, secrets);
  return ports.tenants.connect(tenant, given);
}

async function visit(
  ports: Ports,
  { bundle, sha256, body, kids }: OpenedBundle,
  { endpoint, preflight }: TenantConnection,
  { progress, signal, sending }: Work,
): Promise<Visit> {
  const { registry } = ports;
  const before = await endpoint.read(signal);
  if (before.length > 100) {
    throw refused('bundle', { code: 'too-many-keys' });
  }
  if (shownAs(before, body)?.length === 0) {
    return { outcome: 'already-there', before, after: before, unexpected: [] };
  }
  const unexpected = unexpectedIn(before, bundle);
  if (unexpected.length > 0) {
    return { outcome: 'refused', before, after: null, unexpected };
  }
  await preflight({ clears: body === null, first: bundle.first }, signal);
  refuseIfCancelled(signal);
  sending?.();
  progress?.(2, 4, 'sending');
  const details = { bundle: bundle.id, sha256, kids };
  registry.change({ action: 'courier.sent', subject: bundle.tenant.name, details }, () => undefined);
  // The keys are those of the bundle, byte for byte; what stands beside them is not its business and stays.
  const { members } = endpoint.beside();
  const document = Object.keys(members).length === 0 ? body : canonicalJson({ ...members, keys: keysIn(body) });
  const failure = await endpoint.replace(document).then(() => null, asError);
  progress?.(3, 4, 'reading back');
  const sent = { tenant: { name: bundle.tenant.name }, endpoint, before, body, last: null };
  const waiting = (): void => progress?.(3, 4, 'not visible yet');
  const after = failure === null ? (await readUntilThere(ports, sent, waiting, signal)).after : await endpoint.read();
  if (holds(after, body)) {
    return { outcome: 'pushed', before, after, unexpected: [] };
  }
  // Nothing happened, and why is known: that is no outcome yet, and the bundle may be tried again.
  if (failure !== null && canonicalJson(after.map(asFound)) === canonicalJson(before.map(asFound))) {
    throw failure;
  }
  return { outcome: 'not-confirmed', before, after, unexpected: [] };
}

/** Empty when what is there, but for the keys that may be lost, is the base: key by key, member by member, in order. */
function unexpectedIn(before: readonly RemoteKey[], { base, removeForeign }: Bundle): SinceLastPush[] {
  const stays = before.filter((key) => !removeForeign.includes(nameOf(key)));
  const isLost = (key: Readonly<Record<string, unknown>>): boolean =>
    typeof key['kid'] === 'string' && removeForeign.includes(key['kid']);
  const expected = canonicalJson({ keys: base.filter((key) => !isLost(key)) });
  if (holds(stays, expected)) {
    return [];
  }
  const shown = stays.flatMap((key) =>
    key.exposed === undefined ? [] : [{ kid: nameOf(key), change: 'exposed' as const }],
  );
  const found = [...shown, ...sinceLastPush({ sent: expected }, stays)];
  // A key without a kid can only be called by its thumbprint.
  const unnamed = stays
    .filter(({ kid }) => kid === null)
    .map((key) => ({ kid: nameOf(key), change: 'appeared' as const }));
  return [...found, ...(found.length > 0 && unnamed.length === 0 ? [] : unnamed)];
}

const rawOf = (keys: readonly RemoteKey[]): Record<string, unknown>[] => keys.map(({ raw }) => raw);

/** On the courier's machine. The secrets are overwritten before this settles. */
export const carryBundle = piece(
  ({ queued }) =>
    (order: CourierOrder, work: Work = {}) =>
      queued((ports) => carry(ports, order, work), work.signal).finally(() => {
        Object.values(order.credential?.secrets ?? {}).forEach((bytes: Uint8Array) => bytes.fill(0));
      }),
);
