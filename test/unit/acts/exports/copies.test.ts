// What becomes of a copy that was handed over: confirmed by what its recipient reads back, gone by what a person says, and
// asked about when the key is revoked.
import { beforeEach, describe, expect, it } from 'vitest';
import { handOverSchema } from '../../../../shared/domain/exports/hand-over.ts';
import { kidIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { chainOf } from '../../../support/written-entries.ts';
import { ACME } from '../../../support/desk.ts';

const desk = deskForEach();
let kid = '';
const tenant = 'Acme';
const codeOf = (code: string) => expect.objectContaining({ code }) as unknown;

async function handOver(to: string) {
  const args = handOverSchema.parse({ tenant, kid, format: 'pkcs8', to });
  const protection = { passphrase: new TextEncoder().encode('correct horse battery'), recipient: null };
  return desk.custodian.handOver(args, protection, async () => undefined);
}

beforeEach(async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  kid = kidIn(desk, tenant, 'current');
});

describe('a copy', () => {
  it('is confirmed by the beginning of the fingerprint of its file, or of its public key, as it was read', async () => {
    const [one, two] = [await handOver('Ops'), await handOver('Vault')];
    const read = one.sha256.slice(0, 16);
    const confirmed = await desk.custodian.confirmCopy({ tenant, number: 1, fingerprint: read });
    expect(confirmed).toMatchObject({ number: 1, to: 'Ops', confirmedBy: 'file' });
    const key = desk.custodian.showTenant({ tenant }).rings[0]?.keys.find((candidate) => candidate.kid === kid);
    const whole = { tenant, number: two.number, fingerprint: key?.spkiSha256 ?? '' };
    expect(await desk.custodian.confirmCopy(whole)).toMatchObject({ confirmedBy: 'key' });
    expect(desk.custodian.listHandOvers({ tenant }).map(({ confirmedBy }) => confirmedBy)).toEqual(['file', 'key']);
  });

  it('is not confirmed by anything else, and what is said of it is said once', async () => {
    const { sha256 } = await handOver('Ops');
    const other = (await handOver('Vault')).sha256;
    const confirm = (fingerprint: string) => desk.custodian.confirmCopy({ tenant, number: 1, fingerprint });
    await expect(confirm(other)).rejects.toEqual(codeOf('HAND_OVER_READ_WRONG'));
    await expect(confirm(sha256.slice(1))).rejects.toEqual(codeOf('HAND_OVER_READ_WRONG'));
    expect(desk.custodian.listHandOvers({ tenant })[0]?.confirmedAt).toBeNull();
    await confirm(sha256);
    await expect(confirm(sha256)).rejects.toEqual(codeOf('HAND_OVER_SAID'));
    await desk.custodian.copyDestroyed({ tenant, number: 1, how: 'the server was wiped' });
    const again = desk.custodian.copyDestroyed({ tenant, number: 1, how: 'something else' });
    await expect(again).rejects.toEqual(codeOf('HAND_OVER_SAID'));
    await expect(desk.custodian.copyDestroyed({ tenant, number: 9, how: 'not there' })).rejects.toEqual(
      codeOf('HAND_OVER_NOT_FOUND'),
    );
  });

  it('cannot be said to be something else later, by whoever writes to the registry', async () => {
    await handOver('Ops');
    const { registry } = desk.ports;
    const say = (how: string) =>
      registry.change({ action: 'test', subject: 'x', details: {} }, (writer) =>
        writer.noteCopyDestroyed(1, '2026-11-23T08:00:00.000Z', how),
      );
    say('wiped');
    expect(() => say('not wiped')).toThrow('append-only');
    expect(desk.custodian.listHandOvers({ tenant })[0]?.destroyedHow).toBe('wiped');
  });

  it('leaves both in the audit chain, to the letter', async () => {
    const { sha256 } = await handOver('Ops');
    const chain = chainOf(desk);
    chain.written();
    await desk.custodian.confirmCopy({ tenant, number: 1, fingerprint: sha256 });
    await desk.custodian.copyDestroyed({ tenant, number: 1, how: 'the server was wiped' });
    expect(chain.written().replaceAll(kid, 'KID')).toMatchInlineSnapshot(`
      "key.hand-over-confirmed Acme {"number":1,"kid":"key1","to":"Ops","by":"file"}
      key.copy-destroyed Acme {"number":1,"kid":"key1","to":"Ops","how":"the server was wiped"}"
    `);
  });
});

describe('after the key was revoked', () => {
  beforeEach(async () => {
    await handOver('Ops');
    await handOver('Vault');
    await desk.custodian.copyDestroyed({ tenant, number: 1, how: 'the server was wiped' });
  });
  const due = () =>
    desk.custodian.dueEvents({ days: 1 }).flatMap((event) => (event.kind === 'copies-left' ? event.kid : []));
  const findings = async () =>
    (await desk.custodian.examine(() => undefined)).findings.flatMap((one) =>
      one.code === 'copies-left' ? one.facts : [],
    );

  it('copies that may still be there are due, and the doctor names who has them, until they are destroyed', async () => {
    expect(due()).toEqual([]);
    expect(await findings()).toEqual([]);
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'drill', compromised: false });
    expect(due()).toEqual([kid]);
    expect(await findings()).toEqual([{ tenant, kid, copies: 1, to: 'Vault' }]);
    expect(desk.custodian.listHandOvers({ tenant, kid, out: true }).map(({ to }) => to)).toEqual(['Vault']);
    await desk.custodian.copyDestroyed({ tenant, number: 2, how: 'they said so in writing' });
    expect(due()).toEqual([]);
    expect(await findings()).toEqual([]);
  });
});
