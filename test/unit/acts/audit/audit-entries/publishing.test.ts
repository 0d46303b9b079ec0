// What acts on published sets leave in the audit chain, to the letter.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ACME, type Desk, openDesk } from '../../../../support/desk.ts';
import { startJwksServer } from '../../../../support/jwks-server.ts';
import { changeElsewhere, foreignKey } from '../../../../support/remote-set.ts';
import { push } from '../../../../support/tenant-keys.ts';
import { addJwksTenant, TOKEN } from '../../../../support/jwks-tenant.ts';
import { chainOf } from '../../../../support/written-entries.ts';

const tenant = 'Acme';
const quietly = () => undefined;
const WRITE = { method: 'PUT', path: '/api/v2/keys/custom-signing' };

let desk: Desk;
let chain: ReturnType<typeof chainOf>;
let serverIs: number | null;
let down: Error | null;
beforeEach(async () => {
  serverIs = null;
  down = null;
  desk = openDesk({
    serversAhead: () => serverIs,
    async fetch(input, init) {
      if (down !== null) {
        throw down;
      }
      return fetch(input, init);
    },
  });
  chain = chainOf(desk);
  await desk.custodian.addTenant(ACME);
  chain.written();
});
afterEach(() => desk.close());

it('a push and its proof', async () => {
  chain.written();
  await push(desk);
  expect(chain.written()).toMatchInlineSnapshot(`
    "publish.sent Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.seen Acme {"kids":["key1","key2","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}"
  `);
  await desk.custodian.provePublication({ tenant });
  expect(chain.written()).toMatchInlineSnapshot(`
    "key.signed Acme {"kid":"key1","purpose":"probe","payloadSha256":"SHA256"}
    publish.verified Acme {"proofs":[{"kid":"key1","ok":true,"jwksSha256":"SHA256"}],"evidence":{"id":"UUID","sha256":"SHA256"}}"
  `);
});

it('a plan that ran to its end', async () => {
  const { hash } = desk.custodian.showPlan({ tenant, order: 'rotate-first' });
  chain.written();
  await desk.custodian.runPlan({ tenant, hash });
  desk.advance(60_000);
  await desk.custodian.runPlan({ tenant, hash });
  desk.advance(120_000);
  await desk.custodian.runPlan({ tenant, hash, reason: 'its last token ended' });
  expect(chain.written()).toMatchInlineSnapshot(`
    "publish.sent Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.seen Acme {"kids":["key1","key2","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}
    key.rotated Acme/default {"current":"key2","previous":"key1","next":"key3","reason":null,"plan":"rotate-first"}
    publish.sent Acme {"act":"push","hash":"SHA256","kids":["key2","key3","key1"]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key2","key3","key1"]}
    publish.seen Acme {"kids":["key2","key3","key1","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}
    key.signed Acme {"kid":"key2","purpose":"probe","payloadSha256":"SHA256"}
    publish.verified Acme {"proofs":[{"kid":"key2","ok":true,"jwksSha256":"SHA256"}],"evidence":{"id":"UUID","sha256":"SHA256"}}
    key.revoked Acme/default {"kid":"key1","reason":"its last token ended","compromised":false,"compromisedSince":null}
    publish.sent Acme {"act":"push","hash":"SHA256","kids":["key2","key3"]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key2","key3"]}
    publish.seen Acme {"kids":["key2","key3","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}
    key.signed Acme {"kid":"key2","purpose":"probe","payloadSha256":"SHA256"}
    publish.verified Acme {"proofs":[{"kid":"key2","ok":true,"jwksSha256":"SHA256"}],"evidence":{"id":"UUID","sha256":"SHA256"}}
    plan.completed Acme {"hash":"SHA256","order":"rotate-first"}"
  `);
});

it('a push with keys of others, and a rollback that brings a revoked key back', async () => {
  await changeElsewhere(desk, tenant, () => [foreignKey('stays'), foreignKey('goes')]);
  await push(desk, tenant, { removeForeign: ['goes'], keepForeign: [{ name: 'stays', reason: 'of the portal' }] });
  expect(chain.written()).toMatchInlineSnapshot(`
    "publish.sent Acme {"act":"push","hash":"SHA256","kids":["key1","key2","stays"],"foreignKept":[{"name":"stays","material":"key3","reason":"of the portal"}],"foreignRemoved":[{"name":"goes","material":"key4"}]}
    publish.confirmed Acme {"act":"push","hash":"SHA256","kids":["key1","key2","stays"]}
    publish.seen Acme {"kids":["key1","key2","stays","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}"
  `);
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'drill', compromised: false });
  await push(desk);
  chain.written();
  const back = { tenant, act: 'rollback' as const };
  const { hash } = await desk.custodian.previewPublication(back);
  await desk.custodian.pushPublication({ ...back, hash, override: 'the portal is down' });
  expect(chain.written()).toMatchInlineSnapshot(`
    "publish.sent Acme {"act":"rollback","hash":"SHA256","kids":["key1","key2","stays"],"revokedBack":["key1"],"override":"the portal is down"}
    publish.confirmed Acme {"act":"rollback","hash":"SHA256","kids":["key1","key2","stays"]}
    publish.seen Acme {"kids":["key1","key2","stays","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}"
  `);
});

it('a set that is taken and not shown yet', async () => {
  const server = await startJwksServer({ authorization: `Bearer ${TOKEN}`, staleReadings: () => 1000 });
  await addJwksTenant(desk, server, { name: 'Own' });
  chain.written();
  await push(desk, 'Own');
  expect(chain.written()).toMatchInlineSnapshot(`
    "publish.sent Own {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.accepted Own {"act":"push","hash":"SHA256","kids":["key1","key2"]}"
  `);
  await server.close();
});

it('a push onto a set that showed a private key', async () => {
  const server = await startJwksServer({ authorization: `Bearer ${TOKEN}` });
  await addJwksTenant(desk, server, { name: 'Own' });
  server.put(JSON.stringify({ keys: [{ ...foreignKey('theirs'), d: 'AQAB' }] }));
  chain.written();
  await push(desk, 'Own', { removeForeign: ['theirs'] });
  expect(chain.of('publish.sent')).toMatchInlineSnapshot(
    `"publish.sent Own {"act":"push","hash":"SHA256","kids":["key1","key2"],"privateHalvesFound":[{"name":"theirs","members":["d"]}],"foreignRemoved":[{"name":"theirs","material":"key3"}]}"`,
  );
  await server.close();
});

it('a set that is not taken', async () => {
  desk.faults.set({ ...WRITE, kind: 'failed', when: 'before', status: 400 });
  await push(desk).catch(quietly);
  expect(chain.written()).toMatchInlineSnapshot(`
    "publish.sent Acme {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.failed Acme {"act":"push","hash":"SHA256","code":"REMOTE_REFUSED"}"
  `);
});

it('a look for drift', async () => {
  await push(desk);
  await changeElsewhere(desk, tenant, (all) => [...all, foreignKey('theirs')]);
  chain.written();
  await desk.custodian.lookForDrift({ tenant });
  expect(chain.written()).toMatchInlineSnapshot(
    `"drift.seen Acme {"state":"drifted","findings":[{"kind":"foreign","kid":"theirs"}]}"`,
  );
});

it('a plan in production that runs without a rehearsal', async () => {
  await desk.custodian.addTenant({ ...ACME, name: 'Real', environment: 'production' });
  const { hash } = desk.custodian.showPlan({ tenant: 'Real', order: 'apps-first' });
  chain.written();
  await desk.custodian.runPlan({ tenant: 'Real', hash, override: 'an emergency' });
  await desk.custodian.confirmConsumers({
    tenant: 'Real',
    kid: desk.custodian.showPlan({ tenant: 'Real', order: 'apps-first' }).plan.to,
  });
  expect(chain.written()).toMatchInlineSnapshot(`
    "plan.rehearsal-overridden Real {"hash":"SHA256","reason":"an emergency"}
    publish.sent Real {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.confirmed Real {"act":"push","hash":"SHA256","kids":["key1","key2"]}
    publish.seen Real {"kids":["key1","key2","OWN-KEY","OWN-KEY"],"cacheControl":"public, max-age=15, stale-while-revalidate=15, stale-if-error=86400","jwksUrl":"http://LOOPBACK/id.acme.example/.well-known/jwks.json"}
    plan.confirmed Real {"kid":"key2"}"
  `);
});

it('the tenant’s own keys', async () => {
  await desk.custodian.rotateOwnKeys({ tenant });
  const { keys } = await desk.custodian.listOwnKeys({ tenant });
  await desk.custodian.revokeOwnKey({ tenant, kid: keys.find(({ state }) => state === 'previous')?.kid ?? '' });
  const file = await desk.custodian.exportOwnKeys({ tenant, state: 'current', format: 'pem' });
  await desk.custodian.recordOwnExport(tenant, file);
  expect(chain.written()).toMatchInlineSnapshot(`
    "remote.key-rotated-sent Acme {"from":"OWN-KEY","to":"OWN-KEY"}
    remote.key-rotated Acme {"from":"OWN-KEY","to":"OWN-KEY","answered":true}
    remote.key-revoked-sent Acme {"kid":"OWN-KEY"}
    remote.key-revoked Acme {"kid":"OWN-KEY","answered":true}
    remote.key-exported Acme {"format":"pem","kids":["OWN-KEY"],"fileName":"acme-tenant-current-KID.pem","sha256":"SHA256"}"
  `);
});

it('the outbox', async () => {
  down = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  await desk.custodian.queuePublication({ tenant });
  const failed = await desk.custodian.previewPublication({ tenant }).catch((error: unknown) => error);
  await desk.custodian.noteOutboxAttempt(tenant, failed);
  await desk.custodian.dropFromOutbox({ tenant });
  await desk.custodian.queuePublication({
    tenant,
    act: 'clear',
    keepForeign: [{ name: 'theirs', reason: 'of the portal' }],
  });
  await desk.custodian.dropFromOutbox({ tenant }, { why: 'settled' });
  expect(chain.written()).toMatchInlineSnapshot(`
    "outbox.queued Acme {"act":"push","to":null,"removeForeign":[],"why":"REMOTE_UNREACHABLE"}
    outbox.retried Acme {"act":"push","attempts":2,"why":"REMOTE_UNREACHABLE"}
    outbox.dropped Acme {"act":"push","queuedAt":"2026-11-22T08:00:00.000Z","attempts":2}
    outbox.queued Acme {"act":"clear","to":null,"removeForeign":[],"keepForeign":[{"name":"theirs","reason":"of the portal"}],"why":"REMOTE_UNREACHABLE"}
    outbox.settled Acme {"act":"clear","queuedAt":"2026-11-22T08:00:00.000Z","attempts":1}"
  `);
});

it('a clock that disagrees, agrees again and is stated to be right', async () => {
  serverIs = 2 * 86_400;
  await desk.custodian.provePublication({ tenant }).catch(quietly);
  serverIs = 0;
  await desk.custodian.provePublication({ tenant }).catch(quietly);
  chain.written();
  serverIs = 2 * 86_400;
  await desk.custodian.provePublication({ tenant }).catch(quietly);
  serverIs = 0;
  await desk.custodian.provePublication({ tenant }).catch(quietly);
  await desk.custodian.stateClock({ reason: 'its operators know', server: 'id.acme.example' });
  expect(chain.written()).toMatchInlineSnapshot(`
    "clock.disagreed clock {"host":"id.acme.example","served":"2026-11-24T08:00:00.000Z","machine":"2026-11-22T08:00:00.000Z"}
    clock.agreed clock {"host":"id.acme.example","served":"2026-11-22T08:00:00.000Z","machine":"2026-11-22T08:00:00.000Z"}
    key.signed Acme {"kid":"key1","purpose":"probe","payloadSha256":"SHA256"}
    publish.verified Acme {"proofs":[{"kid":"key1","ok":false,"jwksSha256":"SHA256"}],"evidence":{"id":"UUID","sha256":"SHA256"}}
    clock.stated clock {"reason":"its operators know","now":"2026-11-22T08:00:00.000Z","corrected":[],"server":"id.acme.example"}"
  `);
});
