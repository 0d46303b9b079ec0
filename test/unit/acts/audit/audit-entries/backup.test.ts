// What backups leave in the audit chain, to the letter.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { secretName } from '../../../../../main/ports/secret-name.ts';
import { backUp, from, type Holder, newHolder, openedBy } from '../../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../../support/desk.ts';
import { chainOf } from '../../../../support/written-entries.ts';

let holder: Holder;
let desk: Desk;
let other: Desk;
beforeEach(async () => {
  holder = await newHolder();
  desk = openDesk();
  other = openDesk();
  await desk.custodian.addTenant({ ...ACME, endpoint: 'jwks', apiBaseUrl: 'https://jwks.example/set' });
});
afterEach(async () => {
  await desk.close();
  await other.close();
});

const written = (chain: ReturnType<typeof chainOf>): string =>
  chain
    .written()
    .replaceAll(holder.recipient, 'RECIPIENT')
    .replaceAll(/"bytes":\d+/g, '"bytes":BYTES')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT');

it('one that is made, and drilled', async () => {
  const chain = chainOf(desk);
  chain.written();
  const { file } = await backUp(desk, holder);
  await desk.custodian.drillBackup(from(file), openedBy(holder), 'keys.age');
  await desk.custodian.drillBackup(from(file.subarray(0, -9)), openedBy(holder), 'keys.age');
  expect(written(chain)).toMatchInlineSnapshot(`
    "backup.begun backup {"id":"UUID","credentials":false}
    backup.made backup {"id":"UUID","at":"INSTANT","file":"keys.age","sha256":"SHA256","bytes":BYTES,"protection":"age, for recipients","absent":[],"credentials":0,"recipients":["RECIPIENT"],"proven":"compared","privateHalves":2}
    backup.drilled backup {"outcome":"passed","file":"keys.age","backup":"UUID","privateHalves":2,"problem":null}
    backup.drilled backup {"outcome":"failed","file":"keys.age","backup":null,"privateHalves":0,"problem":{"code":"BACKUP_UNREADABLE","facts":{"problem":{"code":"damaged"}}}}"
  `);
});

it('one that is restored on another machine, and gives back what was lost there', async () => {
  const given = { secret: Buffer.from('a-token'), certificate: Buffer.alloc(0), key: Buffer.alloc(0) };
  await desk.custodian.credentials.store({ tenant: 'Acme', kind: 'token' }, given);
  const { file } = await backUp(desk, holder, true);
  const chain = chainOf(other);
  const restore = () => other.custodian.restoreBackup(from(file), openedBy(holder), { file: 'keys.age', seen: null });
  await restore();
  const [key] = other.custodian.showTenant({ tenant: 'Acme' }).rings[0]?.keys ?? [];
  await other.vault.remove(secretName(key?.id ?? ''));
  await restore();
  expect(written(chain)).toMatchInlineSnapshot(`
    "tenant.added Acme {"domain":"acme.eu.auth0.com","endpoint":"jwks","environment":"development","ring":"default"}
    tenant.credentials-stored Acme {"kid":null,"kind":"token","origin":"https://jwks.example","who":null}
    backup.begun backup {"credentials":true,"id":"UUID"}
    backup.restore-begun backup {"id":"UUID","madeAt":"INSTANT","device":"SHA256","chain":{"entries":4,"head":"SHA256"},"tookOverChain":true}
    backup.tenant-restored Acme {"backup":"UUID","privateHalves":["key1","key2"],"without":[]}
    backup.credential-restored Acme {"backup":"UUID"}
    backup.restored backup {"id":"UUID","madeAt":"INSTANT","tenants":["Acme"],"privateHalves":2,"skipped":[],"without":[]}
    backup.restore-begun backup {"id":"UUID","madeAt":"INSTANT","device":"SHA256","chain":{"entries":4,"head":"SHA256"},"tookOverChain":false}
    backup.keys-returned Acme {"backup":"UUID","privateHalves":["key2"],"without":[]}
    backup.restored backup {"id":"UUID","madeAt":"INSTANT","tenants":[],"privateHalves":1,"skipped":[{"tenant":"Acme","as":"same"}],"without":[]}"
  `);
});
