// The watch over what is published, also while the passphrase is not given: what is public needs no key.
import { beforeEach, expect, it } from 'vitest';
import { keysIn } from '../../../shared/domain/published-set/recorded-set.ts';
import { nativeWords } from '../../../shared/words/words.ts';
import { createDriftLook } from '../../../main/app/drift-look.ts';
import type { Note } from '../../../main/app/desktop-note.ts';
import { ACME } from '../../support/desk.ts';
import { changeElsewhere } from '../../support/remote-set.ts';
import { kidIn, push } from '../../support/tenant-keys.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

const tenant = 'Acme';
const passphrase = () => Buffer.from('correct horse battery staple');
const { signal } = new AbortController();

const desk = deskForEach();
let notes: Note[];
let look: (signal: AbortSignal) => Promise<void>;
beforeEach(async () => {
  notes = [];
  const { custodian } = desk;
  await custodian.addTenant(ACME);
  await custodian.vault.setPassphrase(passphrase());
  await push(desk);
  look = createDriftLook({ custodian, words: () => nativeWords('en'), tell: (note) => notes.push(note) });
});

/** A key of ours that was revoked because it leaked, and that somebody publishes again. */
async function publishLeaked(): Promise<string> {
  const { custodian } = desk;
  const kid = kidIn(desk, tenant, 'current');
  const before = await push(desk);
  await custodian.rotateRing({ tenant, override: 'rehearsal' });
  await custodian.revokeKey({ tenant, kid, reason: 'lost', compromised: true, override: 'it was lost' });
  await push(desk);
  await look(signal);
  await changeElsewhere(desk, tenant, (keys) => [...keys, ...keysIn(before.sent).filter((key) => key['kid'] === kid)]);
  return kid;
}

const lock = () => desk.custodian.vault.lock();
const entries = () => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).length;

it('tells of a leaked key once while it is locked, records nothing, and records it when it is unlocked', async () => {
  const kid = await publishLeaked();
  expect(notes).toEqual([]);
  lock();
  const before = entries();
  await look(signal);
  await look(signal);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.title).toContain(tenant);
  expect(notes[0]?.body).toContain(kid);
  expect(entries()).toBe(before);

  await desk.custodian.vault.unlock(passphrase());
  await look(signal);
  expect(new Set(notes.map(({ body }) => body)).size).toBe(notes.length);
  expect(desk.custodian.showTenant({ tenant }).drift?.findings).toContainEqual({ kind: 'compromised-public', kid });
  expect(entries()).toBeGreaterThan(before);
});

it('asks nobody for a set of which nothing was seen before it was locked', async () => {
  lock();
  expect(await desk.custodian.lookFromOutside({ signal })).toEqual([]);
});

it('never says that all is in step without the tenant’s own interface', async () => {
  await look(signal);
  lock();
  expect(await desk.custodian.lookFromOutside({ signal })).toMatchObject([
    { tenant, state: 'unknown', findings: [], unreadable: { code: 'VAULT_LOCKED' }, unseen: null },
  ]);
});

it('leaves a keychain alone that the system has locked', async () => {
  await publishLeaked();
  desk.vault.become('locked');
  await look(signal);
  expect(notes).toEqual([]);
});
