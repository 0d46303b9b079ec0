// What settings and files leave in the audit chain, to the letter.
import { kidIn } from '../../../../support/tenant-keys.ts';
import { deskForEach } from '../../../../support/desk-for-each.ts';
import { createKeyWorkshop } from '../../../../support/workshop.ts';
import { X509Certificate } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { DEFAULT_TERMS } from '../../../../../shared/domain/timing/policy.ts';
import { ACME, START } from '../../../../support/desk.ts';
import { chainOf } from '../../../../support/written-entries.ts';

const tenant = 'Acme';

const desk = deskForEach();
let chain: ReturnType<typeof chainOf>;
beforeEach(async () => {
  chain = chainOf(desk);
  await desk.custodian.addTenant(ACME);
  chain.written();
});

it('consumers and policies', async () => {
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
  await desk.custodian.confirmConsumer({ tenant, kid: kidIn(desk, tenant, 'next'), consumer: 'Portal', answer: 'has' });
  await desk.custodian.editConsumer({ tenant, consumer: 'Portal', note: 'asks by mail' });
  await desk.custodian.confirmConsumers({ tenant, kid: kidIn(desk, tenant, 'next') });
  const given = await desk.custodian.exportForConsumer({ tenant, consumer: 'Portal' });
  await desk.custodian.recordConsumerExport({ tenant, consumer: 'Portal' }, given);
  await desk.custodian.removeConsumer({ tenant, consumer: 'Portal' });
  await desk.custodian.setPolicy({ name: 'Strict', terms: DEFAULT_TERMS.production });
  expect(chain.written()).toMatchInlineSnapshot(`
    "consumer.added Acme {"consumer":"Portal","name":"Portal","verifier":"pinned","cacheSeconds":null,"contact":"portal@acme.example","format":"cer","rings":null,"note":null}
    consumer.confirmed Acme {"kid":"key1","ring":"default","answer":"has","consumers":["Portal"]}
    consumer.edited Acme {"consumer":"Portal","note":"asks by mail"}
    plan.confirmed Acme {"kid":"key1","consumers":["Portal"]}
    consumer.exported Acme {"consumer":"Portal","kids":["key2"],"format":"cer","fileName":"acme-current-KID.cer","sha256":"SHA256"}
    consumer.removed Acme {"consumer":"Portal","verifier":"pinned"}
    policy.set Strict {"rotateEveryDays":90,"announceDays":14,"keepDays":14,"tokenLifetimeSeconds":86400,"clockSkewSeconds":300,"verifiers":[],"verifierCacheSeconds":86400,"safetySeconds":3600,"destroyAfterDays":7,"rehearsalDays":30,"confirmConsumers":true,"backupFirst":"production","drillEveryDays":90}"
  `);
});

it('a tenant that is changed and removed', async () => {
  await desk.custodian.editTenant({ tenant, customDomain: 'login.acme.example', policy: null });
  await desk.custodian.renameTenant({ tenant, to: 'Acme Payments' });
  await desk.custodian.archiveTenant({ tenant: 'Acme Payments', reason: 'moved to another team' });
  await desk.custodian.reviveTenant({ tenant: 'Acme Payments' });
  await desk.custodian.removeTenant({ tenant: 'Acme Payments' });
  expect(chain.written()).toMatchInlineSnapshot(`
    "tenant.edited Acme {"tenant":"Acme","customDomain":"login.acme.example","policy":null}
    tenant.renamed Acme {"to":"Acme Payments"}
    tenant.archived Acme Payments {"reason":"moved to another team"}
    tenant.revived Acme Payments {}
    tenant.removed Acme Payments {"domain":"acme.eu.auth0.com"}
    custody.settled key-UUID {"purpose":"remove","removed":true}
    custody.settled key-UUID {"purpose":"remove","removed":true}
    custody.settled credential-UUID {"purpose":"remove","removed":true}"
  `);
});

it('credentials', async () => {
  const none = { certificate: Buffer.alloc(0), key: Buffer.alloc(0) };
  await desk.custodian.addTenant({ ...ACME, name: 'Real', endpoint: 'auth0' });
  chain.written();
  const order = { tenant: 'Real', kind: 'client-secret', clientId: 'app' } as const;
  await desk.custodian.credentials.store(order, { secret: Buffer.from('client-secret-0123456789'), ...none });
  await desk.custodian.credentials.remove('Real');
  expect(chain.written()).toMatchInlineSnapshot(`
    "tenant.credentials-stored Real {"kind":"client-secret","who":"app","kid":null,"origin":"https://acme.eu.auth0.com"}
    tenant.credentials-removed Real {"kind":"client-secret","who":"app","kid":null,"origin":"https://acme.eu.auth0.com"}
    custody.settled credential-UUID {"purpose":"remove","removed":true}"
  `);
});

it('public files', async () => {
  const kid = kidIn(desk, tenant, 'current');
  const file = await desk.custodian.exportFile({ tenant, kid, format: 'pem' });
  await desk.custodian.recordExport(tenant, kid, file);
  await desk.custodian.exportAll(tenant, async ({ files }) => ([...files()].length > 0 ? 'keys-of-acme' : null));
  expect(chain.written()).toMatchInlineSnapshot(`
    "export.saved Acme {"format":"pem","kid":"key1","fileName":"acme-current-KID.pem","sha256":"SHA256"}
    export.saved-all Acme {"folder":"keys-of-acme","files":33,"manifestSha256":"SHA256"}"
  `);
});

it('the network', async () => {
  const workshop = createKeyWorkshop();
  const material = await workshop.generate('ES256', null);
  const profile = { commonName: 'An authority', notBefore: new Date(START), days: 300 };
  const authority = new X509Certificate(await workshop.certify(material, 'ES256', profile)).toString();
  const { network } = desk.custodian;
  await network.addAuthorities(Buffer.from(authority));
  await network.removeAuthorities(null);
  await network.setProxy({ kind: 'address', address: 'http://proxy.corp.test:3128', noProxy: ['corp.test'] }, null);
  await network.storeAccount({ proxy: 'http://proxy.corp.test:3128', user: 'officer' }, Buffer.from('secret'));
  await network.removeAccount();
  expect(chain.written()).toMatchInlineSnapshot(`
    "network.authority-added network {"authorities":[{"subject":"CN=An authority","sha256":"SHA256"}]}
    network.authority-removed network {"authorities":[{"subject":"CN=An authority","sha256":"SHA256"}]}
    network.proxy-set network {"kind":"address","address":"http://proxy.corp.test:3128","noProxy":["corp.test"]}
    network.proxy-password-stored network {"proxy":"http://proxy.corp.test:3128","user":"officer"}
    network.proxy-password-removed network {"proxy":"http://proxy.corp.test:3128","user":"officer"}
    custody.settled proxy-account {"purpose":"remove","removed":true}"
  `);
});

it('the vault passphrase', async () => {
  const { vault } = desk.custodian;
  const [first, second] = ['correct horse battery staple', 'another long passphrase'];
  await vault.setPassphrase(Buffer.from(first));
  await vault.changePassphrase(Buffer.from(first), Buffer.from(second));
  await vault.removePassphrase(Buffer.from(second));
  expect(chain.written()).toMatchInlineSnapshot(`
    "vault.passphrase-set vault {}
    vault.passphrase-changed vault {}
    vault.passphrase-removed vault {}"
  `);
});
