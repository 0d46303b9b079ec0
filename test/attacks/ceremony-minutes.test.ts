// The minutes of a key ceremony, and what others find when they check them with bare Node: what was changed in them, in their
// page, and what one who can sign left out, put in or cut off.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevice } from '../../main/acts/audit/device.ts';
import { signedFile } from '../../main/acts/evidence/signed-file.ts';
import type { CeremonyMinutes, SavedMinutes } from '../../shared/domain/ceremony/papers.ts';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import { notedText } from '../../shared/domain/audit/noted-head.ts';
import { canonicalHash, canonicalJson } from '../../shared/encoding/canonical-json.ts';
import { ceremonyPapers as words } from '../../shared/words/en/ceremony/papers.ts';
import { newHolder } from '../support/backups.ts';
import { goThrough, planFor } from '../support/ceremonies.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { folderForAll } from '../support/folder.ts';
import { bareVerifier, caught } from '../support/bare-verifier.ts';

const REASON = '<img src=x> the watch stopped\u202E';
const tenant = 'Acme';
let desk: Desk;
const at = folderForAll();
let saved: SavedMinutes;
const whole = (): string => readFileSync(at('whole.json'), 'utf8');

type Signed = CeremonyMinutes & { documents: unknown; signature: unknown };
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this very test
const minutes = (): Signed => JSON.parse(whole()) as Signed;

const save = () =>
  desk.custodian.saveMinutes(tenant, {
    words,
    async save(files) {
      files.forEach(({ fileName, bytes }) => writeFileSync(at(fileName), bytes));
      return 'minutes';
    },
  });

beforeAll(async () => {
  desk = openDesk();
  const holder = await newHolder();
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  await desk.custodian.beginCeremony(planFor(tenant));
  await goThrough(desk, { tenant, holder, until: 'clock' });
  await desk.custodian.deviateFrom({ tenant, reason: REASON });
  await goThrough(desk, { tenant, holder, until: 'read-kid' });
  await desk.custodian.takeStep({ tenant, readBack: 'wrong' }).catch(() => undefined);
  await goThrough(desk, { tenant, holder });
  await desk.custodian.closeCeremony({ tenant });
  saved = await save();
  copyFileSync(at('minutes.json'), at('whole.json'));
  writeFileSync(at('audit.jsonl'), (await desk.custodian.exportAudit()).bytes);
});
afterAll(async () => {
  await desk.close();
});

const check = bareVerifier(at, 'minutes.json');

/** As one who has the device could sign them. */
async function signedAgain(change: (facts: CeremonyMinutes) => Partial<CeremonyMinutes>): Promise<string> {
  const { signature: _signature, documents: _documents, ...facts } = minutes();
  const device = await openDevice(desk.ports, 'ceremony');
  return Buffer.from(await signedFile({ ...facts, ...change(facts) }, [], device)).toString('utf8');
}

/** With numbers and hashes that fit. */
function chained(entries: readonly AuditEntry[], { seq, hash }: CeremonyMinutes['before']): Partial<CeremonyMinutes> {
  let [number, previousHash] = [seq, hash];
  const made = entries.map(({ hash: _former, ...entry }) => {
    number += 1;
    const body = { ...entry, seq: number, previousHash };
    previousHash = canonicalHash(body);
    return { ...body, hash: previousHash };
  });
  return { entries: made, anchor: { seq: number, hash: previousHash } };
}

const isWrong = ({ action }: AuditEntry): boolean => action === 'ceremony.step-failed';

describe('minutes', () => {
  it('hold every entry from the first to the last, and name both anchors', () => {
    const { entries, before, anchor } = minutes();
    expect(entries.at(0)?.action).toBe('ceremony.begun');
    expect(entries.at(-1)?.action).toBe('ceremony.closed');
    const all = desk.custodian.listAudit({ afterSeq: before.seq, limit: entries.length });
    expect(entries).toEqual(all);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['key.generated', 'backup.made', 'backup.drilled']),
    );
    expect([saved.before, saved.anchor]).toEqual([notedText(before), notedText(anchor)]);
    expect(saved).toMatchObject({ ended: 'closed', deviated: 1, failures: 1 });
  });

  it('verify with page, device, anchors and chain, and say what was gone past', () => {
    const anchors = ['--anchor', saved.before, '--anchor', saved.anchor];
    const found = check(whole(), '--device', saved.device, ...anchors, '--chain', 'audit.jsonl');
    expect(found).toMatchObject({ code: 0 });
    expect(found.said).toContain('minutes.html is what was signed.');
    expect(found.said).toContain('as they were signed: closed.');
    expect(found.said).toContain('12 steps done, 1 gone past, 1 without success.');
    expect(found.said).toContain('the watch stopped');
    expect(check(whole(), ...anchors).said).toContain('COMPARE');
  });

  it('are caught when they were changed, or are of another device or chain', () => {
    expect(check(whole().replace('"Vienna, room 3"', '"Vienna, room 4"'))).toEqual(caught('signature does not hold'));
    expect(check(whole().replace('Will', 'Wilma'))).toEqual(caught('signature does not hold'));
    expect(check(whole().replace(',', ', '))).toEqual(caught('not spelt'));
    expect(check(whole().replace('ceremony-minutes', 'evidence-report'))).toEqual(caught('does not hold'));
    expect(check(whole(), '--device', 'ab'.repeat(32))).toEqual(caught('Another device'));
    const { seq } = minutes().anchor;
    expect(check(whole(), '--anchor', `${seq}:${'ab'.repeat(32)}`)).toEqual(caught('another chain'));
    expect(check(canonicalJson({ ...minutes(), signature: null }))).toEqual(caught('No device signed'));
  });

  it('are caught when their page was changed', () => {
    const page = readFileSync(at('minutes.html'));
    writeFileSync(at('minutes.html'), page.toString('utf8').replace('GONE PAST', 'done'));
    expect(check(whole())).toEqual(caught('minutes.html is not the page'));
    writeFileSync(at('minutes.html'), page);
  });

  it.each<[string, (facts: CeremonyMinutes) => Partial<CeremonyMinutes>]>([
    ['edits an entry', ({ entries }) => ({ entries: entries.map((entry) => ({ ...entry, actor: 'nobody' })) })],
    ['leaves one out', ({ entries }) => ({ entries: entries.filter((entry) => !isWrong(entry)) })],
    [
      'moves one',
      ({ entries: [first, second, ...rest] }) => ({
        entries: [first, ...rest, second].filter((one) => one !== undefined),
      }),
    ],
    ['cuts off the beginning', ({ entries }) => ({ entries: entries.slice(1) })],
    [
      'begins a piece later',
      ({ entries: [first, ...rest] }) => ({
        entries: rest,
        before: { seq: first?.seq ?? 0, hash: first?.hash ?? '' },
      }),
    ],
    ['says another anchor', ({ before }) => ({ anchor: before })],
    ['says another ceremony', () => ({ id: '00000000-0000-4000-8000-000000000000' })],
    ['says a later end than there is', ({ anchor }) => ({ anchor: { ...anchor, seq: anchor.seq + 100 } })],
  ])('are caught without the chain when one who can sign %s', async (_, change) => {
    expect(check(await signedAgain(change))).toMatchObject({ code: 1 });
  });

  it('are caught with the chain, or an anchor on paper, when one who can sign makes them up anew', async () => {
    const madeUp = await signedAgain(({ entries, before }) =>
      chained(
        entries.filter((one) => !isWrong(one)),
        before,
      ),
    );
    expect(check(madeUp)).toMatchObject({ code: 0 });
    expect(check(madeUp, '--chain', 'audit.jsonl')).toEqual(caught('not of this chain'));
    expect(check(madeUp, '--anchor', saved.anchor)).toEqual(caught('older, or of another chain'));
  });

  it('are not taken for whole when what was noted on paper is not in them', async () => {
    const [, hash] = saved.anchor.split(':');
    const { before, anchor } = minutes();
    expect(check(whole(), '--anchor', `${before.seq - 1}:${hash}`)).toEqual(caught('not in it'));
    const later = { seq: anchor.seq + 100, hash: 'ab'.repeat(32) };
    const elsewhere = await signedAgain(({ entries }) => ({ ...chained(entries, later), before: later }));
    expect(check(elsewhere, '--anchor', saved.before, '--anchor', saved.anchor)).toEqual(caught('not in it'));
  });

  it('say whose they are by their entries', async () => {
    const renamed = await signedAgain(({ tenant: said }) => ({ tenant: { ...said, name: 'Other' } }));
    expect(check(renamed).said).toContain('a ceremony for Acme,');
  });

  it('say that they are not closed when their end is cut off', async () => {
    const cut = await signedAgain(({ entries }) => {
      const kept = entries.slice(0, -1);
      const last = kept.at(-1);
      return { entries: kept, anchor: { seq: last?.seq ?? 0, hash: last?.hash ?? '' } };
    });
    const { code, said } = check(cut);
    expect([code, said.includes('NOT CLOSED')]).toEqual([0, true]);
  });

  it('can be made once more, and so far, each on record', async () => {
    const again = await save();
    expect(again).toMatchObject({ id: saved.id, anchor: saved.anchor, entries: saved.entries });
    const made = desk.custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'ceremony.minutes-made' });
    expect(made.map(({ details }) => details['sha256'])).toEqual([saved.sha256, again.sha256]);
    await desk.custodian.beginCeremony(planFor(tenant));
    expect(await save()).toMatchObject({ ended: null, done: 0 });
    expect(readFileSync(at('minutes.html'), 'utf8')).toContain('NOT CLOSED');
  });
});

it('their page shows text of others as text, and loads and runs nothing', async () => {
  await desk.custodian.abandonCeremony({ tenant, reason: REASON }).catch(() => undefined);
  await save();
  const page = readFileSync(at('minutes.html'), 'utf8');
  expect(page).not.toMatch(/<script|<img|<link|<iframe|src=[^x]|url\(/);
  expect(page).toContain('&lt;img src=x&gt; the watch stopped\\u{202e}');
});
