// What each act leaves in the audit chain, to the letter: who reads the chain later has nothing else. Kids are named by the
// order in which they appear, random ids and hashes by their kind.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME, type Desk, openDesk, START } from '../../../support/desk.ts';

const tenant = 'Acme';
const quietly = () => undefined;
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const DAY = 86_400;

let desk: Desk;
let seen: string[];
let readSoFar: number;
beforeEach(async () => {
  desk = openDesk();
  seen = [];
  readSoFar = 0;
  await desk.custodian.addTenant(ACME);
});
afterEach(() => desk.close());

const keys = (): SigningKey[] => desk.custodian.showTenant({ tenant }).rings.flatMap((view) => view.keys);
const kidOf = (state: SigningKey['state']): string => keys().find((key) => key.state === state)?.kid ?? 'none';

async function push(): Promise<void> {
  const { hash } = await desk.custodian.previewPublication({ tenant });
  await desk.custodian.pushPublication({ tenant, hash }, quietly);
}

/** The entries since the last look, one line each, without those of the chain about itself. */
function written(): string {
  const entries = desk.custodian.listAudit({ afterSeq: readSoFar, limit: 1000 });
  readSoFar = entries.at(-1)?.seq ?? readSoFar;
  return entries
    .filter(({ action }) => !action.startsWith('audit.'))
    .map(({ action, subject, details }) => `${action} ${subject} ${JSON.stringify(details)}`)
    .map(named)
    .join('\n');
}

const named = (line: string): string =>
  line
    .replaceAll(/(?<=")[0-9a-f]{64}(?=")/g, 'SHA256')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'LOOPBACK')
    .replaceAll(/(?<=")[\w-]{21}(?=")/g, 'OWN-KEY')
    .replaceAll(/(?<=")[\w-]{43}(?=")/g, (kid) => {
      if (!seen.includes(kid)) {
        seen.push(kid);
      }
      return `key${seen.indexOf(kid) + 1}`;
    });

it('a tenant and its rings', async () => {
  expect(written()).toMatchInlineSnapshot(
    `"tenant.added Acme {"domain":"acme.eu.auth0.com","environment":"development","endpoint":"sandbox","ring":"default"}"`,
  );
  await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'spare' });
  expect(written()).toMatchInlineSnapshot(`"ring.added Acme/spare {"alg":"ES256","bits":null}"`);
});

it('a rotation, its reason and what it went ahead of', async () => {
  written();
  await desk.custodian.rotateRing({ tenant, reason: 'yearly' });
  expect(written()).toMatchInlineSnapshot(
    `"key.rotated Acme/default {"current":"key1","previous":"key2","next":"key3","reason":"yearly"}"`,
  );
  await desk.custodian.abortRotation({ tenant, reason: 'wrong tenant' });
  expect(written()).toMatchInlineSnapshot(
    `"key.rotation-aborted Acme/default {"abandoned":"key1","reason":"wrong tenant","replaced":"key3"}"`,
  );
  await push();
  written();
  await desk.custodian.rotateRing({ tenant, override: 'drill with the team' });
  expect(written()).toMatchInlineSnapshot(
    `"key.rotated Acme/default {"current":"key1","previous":"key2","next":"key4","reason":null,"overridden":"verifiers-warming","overrideReason":"drill with the team"}"`,
  );
});

it('revocations, with reason and compromise', async () => {
  await desk.custodian.rotateRing({ tenant });
  written();
  await desk.custodian.revokeKey({
    tenant,
    kid: kidOf('previous'),
    reason: 'laptop stolen',
    compromised: true,
    compromisedSince: at(-DAY),
  });
  expect(written()).toMatchInlineSnapshot(
    `"key.revoked Acme/default {"kid":"key2","reason":"laptop stolen","compromised":true,"compromisedSince":"2026-11-21T08:00:00.000Z"}"`,
  );
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'key seen in a log', compromised: true });
  expect(written()).toMatchInlineSnapshot(
    `"key.rotated-and-revoked Acme/default {"revoked":"key1","current":"key3","next":"key4","reason":"key seen in a log","compromised":true,"compromisedSince":null}"`,
  );
});

it('an erasure, taken back, scheduled again and done', async () => {
  await desk.custodian.rotateRing({ tenant });
  const kid = kidOf('previous');
  await desk.custodian.revokeKey({ tenant, kid, reason: 'retired', compromised: false });
  written();
  await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
  await desk.custodian.keepKey({ tenant, kid });
  await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
  desk.advance(DAY * 1000);
  await desk.custodian.settle();
  expect(written()).toMatchInlineSnapshot(`
    "key.destruction-scheduled Acme/default {"kid":"key2","destroyAt":"2026-11-23T08:00:00.000Z"}
    key.destruction-cancelled Acme/default {"kid":"key2"}
    key.destruction-scheduled Acme/default {"kid":"key2","destroyAt":"2026-11-23T08:00:00.000Z"}
    key.destroyed Acme {"kid":"key2"}
    custody.settled key-UUID {"purpose":"remove","removed":true}"
  `);
});

it('a new next key', async () => {
  written();
  await desk.custodian.generateNext({ tenant, exportable: false });
  expect(written()).toMatchInlineSnapshot(
    `"key.generated Acme/default {"kid":"key1","exportable":false,"replaced":"key2"}"`,
  );
});

it('signatures', async () => {
  written();
  await desk.custodian.signToken({ tenant, claims: { sub: 'officer' }, ttl: 60 });
  expect(written()).toMatchInlineSnapshot(
    `"key.signed Acme {"kid":"key1","purpose":"token","payloadSha256":"SHA256"}"`,
  );
});

it('a push and its proof', async () => {
  written();
  await push();
  expect(written()).toMatchInlineSnapshot(`
    "publish.sent Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.seen Acme {"kids":["key1","key2","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}"
  `);
  await desk.custodian.provePublication({ tenant }, quietly);
  expect(written()).toMatchInlineSnapshot(`
    "key.signed Acme {"kid":"key1","purpose":"probe","payloadSha256":"SHA256"}
    publish.verified Acme {"proofs":[{"kid":"key1","ok":true,"jwksSha256":"SHA256"}],"evidence":{"id":"UUID","sha256":"SHA256"}}"
  `);
});

it('a plan that ran to its end', async () => {
  const { hash } = desk.custodian.showPlan({ tenant, order: 'rotate-first' });
  written();
  await desk.custodian.runPlan({ tenant, hash }, quietly);
  desk.advance(30_000);
  await desk.custodian.runPlan({ tenant, hash }, quietly);
  desk.advance(120_000);
  await desk.custodian.runPlan({ tenant, hash }, quietly);
  expect(written()).toMatchInlineSnapshot(`
    "publish.sent Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.seen Acme {"kids":["key1","key2","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}
    key.rotated Acme/default {"current":"key2","previous":"key1","next":"key3","reason":"plan rotate-first"}
    publish.sent Acme {"act":"push","hash":"SHA256","kids":["key2","key3","key1"]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key2","key3","key1"]}
    publish.seen Acme {"kids":["key2","key3","key1","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}
    key.signed Acme {"kid":"key2","purpose":"probe","payloadSha256":"SHA256"}
    publish.verified Acme {"proofs":[{"kid":"key2","ok":true,"jwksSha256":"SHA256"}],"evidence":{"id":"UUID","sha256":"SHA256"}}
    key.revoked Acme/default {"kid":"key1","reason":"plan rotate-first","compromised":false,"compromisedSince":null}
    publish.sent Acme {"act":"push","hash":"SHA256","kids":["key2","key3"]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key2","key3"]}
    publish.seen Acme {"kids":["key2","key3","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}
    key.signed Acme {"kid":"key2","purpose":"probe","payloadSha256":"SHA256"}
    publish.verified Acme {"proofs":[{"kid":"key2","ok":true,"jwksSha256":"SHA256"}],"evidence":{"id":"UUID","sha256":"SHA256"}}
    plan.completed Acme {"hash":"SHA256","order":"rotate-first"}"
  `);
});

it('consumers and policies', async () => {
  written();
  await desk.custodian.addConsumer({
    tenant,
    name: 'Portal',
    verifier: 'pinned',
    cacheSeconds: null,
    contact: 'portal@acme.example',
    format: 'cer',
    rings: null,
    note: null,
  });
  await desk.custodian.confirmConsumer({ tenant, kid: kidOf('next'), consumer: 'Portal', answer: 'has' });
  await desk.custodian.editConsumer({ tenant, consumer: 'Portal', note: 'asks by mail' });
  await desk.custodian.removeConsumer({ tenant, consumer: 'Portal' });
  expect(written()).toMatchInlineSnapshot(`
    "consumer.added Acme {"consumer":"Portal","name":"Portal","verifier":"pinned","cacheSeconds":null,"contact":"portal@acme.example","format":"cer","rings":null,"note":null}
    consumer.confirmed Acme {"kid":"key1","ring":"default","answer":"has","consumers":["Portal"]}
    consumer.edited Acme {"consumer":"Portal","note":"asks by mail"}
    consumer.removed Acme {"consumer":"Portal","verifier":"pinned"}"
  `);
});
