// What acts on keys leave in the audit chain, to the letter.
import { beforeEach, expect, it } from 'vitest';
import { ACME, START } from '../../../support/desk.ts';
import { reissueSchema } from '../../../../shared/domain/key-ring/certificates.ts';
import { handOverSchema } from '../../../../shared/domain/exports/hand-over.ts';
import { ecPem } from '../../../support/own-files.ts';
import { keyIn, kidIn, push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { chainOf } from '../../../support/written-entries.ts';

const tenant = 'Acme';
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const DAY = 86_400;

const desk = deskForEach();
let chain: ReturnType<typeof chainOf>;
beforeEach(async () => {
  chain = chainOf(desk);
  await desk.custodian.addTenant(ACME);
});

it('a tenant and its rings', async () => {
  expect(chain.written()).toMatchInlineSnapshot(
    `"tenant.added Acme {"domain":"acme.eu.auth0.com","environment":"development","endpoint":"sandbox","ring":"default"}"`,
  );
  await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'spare' });
  expect(chain.written()).toMatchInlineSnapshot(`"ring.added Acme/spare {"alg":"ES256","bits":null}"`);
});

it('a rotation, its reason and what it went ahead of', async () => {
  chain.written();
  await desk.custodian.rotateRing({ tenant, reason: 'yearly' });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.rotated Acme/default {"current":"key1","previous":"key2","next":"key3","reason":"yearly"}"`,
  );
  await desk.custodian.abortRotation({ tenant, reason: 'wrong tenant' });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.rotation-aborted Acme/default {"abandoned":"key1","reason":"wrong tenant","replaced":"key3"}"`,
  );
  await push(desk);
  chain.written();
  await desk.custodian.rotateRing({ tenant, override: 'drill with the team' });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.rotated Acme/default {"current":"key1","previous":"key2","next":"key4","reason":null,"overridden":"verifiers-warming","overrideReason":"drill with the team"}"`,
  );
});

it('revocations, with reason and compromise', async () => {
  await desk.custodian.rotateRing({ tenant });
  chain.written();
  await desk.custodian.revokeKey({
    tenant,
    kid: kidIn(desk, tenant, 'previous'),
    reason: 'laptop stolen',
    compromised: true,
    compromisedSince: at(-DAY),
  });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.revoked Acme/default {"kid":"key2","reason":"laptop stolen","compromised":true,"compromisedSince":"2026-11-21T08:00:00.000Z"}"`,
  );
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'key seen in a log', compromised: true });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.rotated-and-revoked Acme/default {"revoked":"key1","current":"key3","next":"key4","reason":"key seen in a log","compromised":true,"compromisedSince":null}"`,
  );
});

it('an erasure, taken back, scheduled again and done', async () => {
  await desk.custodian.rotateRing({ tenant });
  const kid = kidIn(desk, tenant, 'previous');
  await desk.custodian.revokeKey({ tenant, kid, reason: 'retired', compromised: false });
  chain.written();
  await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
  await desk.custodian.keepKey({ tenant, kid });
  await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
  desk.advance(DAY * 1000);
  await desk.custodian.settle();
  expect(chain.written()).toMatchInlineSnapshot(`
    "key.destruction-scheduled Acme/default {"kid":"key2","destroyAt":"2026-11-23T08:00:00.000Z"}
    key.destruction-cancelled Acme/default {"kid":"key2"}
    key.destruction-scheduled Acme/default {"kid":"key2","destroyAt":"2026-11-23T08:00:00.000Z"}
    key.destroyed Acme {"kid":"key2"}
    custody.settled key-UUID {"purpose":"remove","removed":true}"
  `);
});

it('a new next key', async () => {
  chain.written();
  await desk.custodian.generateNext({ tenant, exportable: false });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.generated Acme/default {"kid":"key1","exportable":false,"replaced":"key2"}"`,
  );
});

it('signatures', async () => {
  chain.written();
  await desk.custodian.signToken({ tenant, claims: { sub: 'officer' }, ttl: 60 });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.signed Acme {"kid":"key1","purpose":"token","payloadSha256":"SHA256"}"`,
  );
});

it('the end of a ring', async () => {
  chain.written();
  await desk.custodian.signToken({ tenant, claims: {}, ttl: 60 });
  chain.written();
  await desk.custodian.retireRing({ tenant, ring: 'default', reason: 'moved to ES256' });
  expect(chain.written()).toMatchInlineSnapshot(
    `"ring.retired Acme/default {"reason":"moved to ES256","previous":["key1"],"revoked":["key2"]}"`,
  );
});

it('a key that is withdrawn before and after others have seen it', async () => {
  chain.written();
  await desk.custodian.withdrawKey({ tenant, kid: kidIn(desk, tenant, 'next'), reason: 'in a log', compromised: true });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.withdrawn Acme/default {"kid":"key1","next":"key2","announced":false,"reason":"in a log","compromised":true,"compromisedSince":null}"`,
  );
  await push(desk);
  chain.written();
  await desk.custodian.withdrawKey({
    tenant,
    kid: kidIn(desk, tenant, 'next'),
    reason: 'not wanted',
    compromised: false,
  });
  expect(chain.written()).toMatchInlineSnapshot(
    `"key.withdrawn Acme/default {"kid":"key2","next":"key4","announced":true,"reason":"not wanted","compromised":false,"compromisedSince":null}"`,
  );
});

it('a key that is brought in, makes room, and comes back', async () => {
  const file = ecPem();
  await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'own', empty: true });
  chain.written();
  const bringIn = (kid: string) =>
    desk.custodian.importKey({ tenant, ring: 'own', as: 'next', kid, exportable: false }, Uint8Array.from(file));
  await bringIn('own-1');
  await desk.custodian.generateNext({ tenant, ring: 'own', replace: 'own-1' });
  await bringIn('own-2');
  expect(chain.written()).toMatchInlineSnapshot(`
    "key.imported Acme/own {"kid":"own-1","as":"next","source":"PKCS#8 PEM","certificate":"made here","exportable":false}
    key.generated Acme/own {"kid":"key1","exportable":true,"replaced":"own-1"}
    key.imported Acme/own {"kid":"own-2","as":"next","source":"PKCS#8 PEM","certificate":"made here","exportable":false,"replaced":"key1","back":true}"
  `);
});

it('certificates', async () => {
  const kid = kidIn(desk, tenant, 'current');
  const { certificate } = keyIn(desk, 'current');
  chain.written();
  await desk.custodian.reissueCertificate(
    reissueSchema.parse({ tenant, kid, days: 100, commonName: 'signing.acme.example' }),
  );
  await desk.custodian.requestCertificate({ tenant, kid });
  await desk.custodian.acceptCertificate({ tenant, kid }, Buffer.from(certificate, 'base64'));
  expect(chain.written()).toMatchInlineSnapshot(`
    "key.certificate-reissued Acme/default {"kid":"key1","serial":"SERIAL","subject":"CN=signing.acme.example","notBefore":"2026-11-22T08:00:00.000Z","notAfter":"2027-03-02T08:00:00.000Z","sha256":"FINGERPRINT","replaced":"FINGERPRINT"}
    key.certificate-requested Acme {"kid":"key1","commonName":"acme.eu.auth0.com"}
    key.certificate-replaced Acme/default {"kid":"key1","serial":"SERIAL","subject":"CN=acme.eu.auth0.com","notBefore":"2026-11-22T08:00:00.000Z","notAfter":"2040-07-31T08:00:00.000Z","sha256":"FINGERPRINT","replaced":"FINGERPRINT","signature":"self-signed"}"
  `);
});

it('a private key that is handed over', async () => {
  chain.written();
  const order = handOverSchema.parse({ tenant, kid: kidIn(desk, tenant, 'current'), format: 'pkcs8', to: 'Ops team' });
  await desk.custodian.handOver(
    order,
    { passphrase: Buffer.from('correct horse battery'), recipient: null },
    async () => undefined,
  );
  expect(chain.written()).toMatchInlineSnapshot(`
    "key.handed-over Acme {"kid":"key1","format":"pkcs8","protection":"AES-256-CBC, PBKDF2 with HMAC-SHA-256, 600000 rounds","to":"Ops team","recipient":null,"sha256":"SHA256"}
    key.hand-over-saved Acme {"number":1,"kid":"key1"}"
  `);
});
