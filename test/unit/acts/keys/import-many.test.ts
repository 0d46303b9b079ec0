// Many keys at once: the plan says of each what it is and where it goes, what cannot go in keeps nothing else out, and the
// report says what was done.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BulkFile } from '../../../../main/acts/keys/import-many.ts';
import { importManyInDialogs } from '../../../../main/ipc/import-many-flow.ts';
import type { BulkRow } from '../../../../shared/domain/key-ring/bulk-import.ts';
import { bulkPlanLines, bulkReportLines } from '../../../../shared/words/en/command-line/bulk-import.ts';
import { dialogWords } from '../../../../shared/words/words.ts';
import { ACME } from '../../../support/desk.ts';
import { createOfficer } from '../../../support/officer.ts';
import { acmeForEach } from '../../../support/acme.ts';

const ec = (namedCurve = 'P-256'): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey;
const [first, second, third, other] = [ec(), ec(), ec(), ec('P-384')];
const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();
const jwk = (key: KeyObject, kid: string): object => ({ ...key.export({ format: 'jwk' }), kid });
const locked = (key: KeyObject): string =>
  key.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'secret' }).toString();

const ARGS = { tenant: ACME.name };

const { desk } = acmeForEach();

const file = (name: string, text: string): BulkFile => ({
  name,
  bytes: Buffer.from(text),
  secrets: { passphrase: null },
});

const brief = ({ file: name, kid, goes, why }: BulkRow): unknown[] => [
  name,
  kid,
  goes === null ? null : `${goes.ring} ${goes.as}`,
  why === null ? null : why.code === 'refused' ? why.error.code : why.code,
];

const files = (): BulkFile[] => [
  file('set.jwks', JSON.stringify({ keys: [jwk(first, 'a'), jwk(second, 'b')] })),
  file('again.pem', pem(first)),
  file('read me.txt', 'The keys of the old system.'),
  file('other.pem', pem(other)),
  file('locked.pem', locked(third)),
];

test('a plan, and then what it says', async () => {
  const given = files();
  const plan = await desk.custodian.planMany(ARGS, given);
  expect(plan.rows.map(brief)).toEqual([
    ['set.jwks', 'a', 'default next', null],
    ['set.jwks', 'b', 'default previous', null],
    ['again.pem', null, null, 'twice'],
    ['read me.txt', null, null, 'KEY_UNREADABLE'],
    ['other.pem', null, null, 'no-ring'],
    ['locked.pem', null, null, 'KEY_ENCRYPTED'],
  ]);
  expect(bulkPlanLines(plan).at(-1)).toBe('2 keys can be imported, 4 cannot.');
  const before = desk.custodian.showTenant(ARGS).rings[0]?.keys.length;
  expect(before).toBe(2);
  const steps: string[] = [];
  const report = await desk.custodian.importMany(ARGS, given, plan, {
    progress: (step, of, label) => void steps.push(`${step}/${of} ${label}`),
  });
  expect(report.rows.map(brief)).toEqual(plan.rows.map(brief));
  expect(steps).toEqual(['1/2 set.jwks', '2/2 set.jwks']);
  expect(bulkReportLines(report)).toContain('2 keys imported, 4 not.');
  const kept = desk.custodian.showTenant(ARGS).rings[0]?.keys ?? [];
  expect(kept.filter(({ kid }) => ['a', 'b'].includes(kid)).map(({ kid, state }) => [kid, state])).toEqual([
    ['a', 'next'],
    ['b', 'previous'],
  ]);
  expect(given.every(({ bytes }) => bytes.every((octet) => octet === 0))).toBe(true);
  const again = await desk.custodian.planMany(ARGS, [file('set.jwks', JSON.stringify({ keys: [jwk(first, 'a')] }))]);
  expect(again.rows.map(brief)).toEqual([['set.jwks', null, null, 'KEY_EXISTS']]);
});

test('the officer’s word on ring and place', async () => {
  await desk.custodian.addRing({ ...ARGS, name: 'second', alg: 'ES384', empty: true });
  const plan = await desk.custodian.planMany({ ...ARGS, ring: 'second', as: 'previous' }, files());
  expect(plan.rows.filter(({ goes }) => goes !== null).map(brief)).toEqual([
    ['other.pem', expect.any(String), 'second previous', null],
  ]);
  const both = await desk.custodian.planMany({ ...ARGS, as: 'previous' }, files());
  expect(both.rows.flatMap(({ goes }) => (goes === null ? [] : [`${goes.ring} ${goes.as}`]))).toEqual([
    'default previous',
    'default previous',
    'second previous',
  ]);
});

test('it stops between two keys, and what came in stays', async () => {
  const given = files();
  const plan = await desk.custodian.planMany(ARGS, given);
  const stop = new AbortController();
  const report = await desk.custodian.importMany(ARGS, given, plan, {
    signal: stop.signal,
    progress: () => stop.abort(),
  });
  expect(report.rows.slice(0, 2).map(brief)).toEqual([
    ['set.jwks', 'a', 'default next', null],
    ['set.jwks', 'b', null, 'stopped'],
  ]);
});

test('from the window: passphrases are asked for, then one question, then the report', async () => {
  const officer = createOfficer(desk.folder);
  officer.files = files();
  officer.secret = 'secret';
  const quiet = { signal: new AbortController().signal, progress: () => undefined };
  const report = await importManyInDialogs(desk.custodian, officer.dialogs, ARGS, dialogWords('en'), quiet);
  expect(report?.rows.map(brief).at(-1)).toEqual(['locked.pem', expect.any(String), 'default previous', null]);
  expect(officer.asked).toHaveLength(1);
  expect(officer.asked[0]).toMatchObject({
    title: 'Take these keys into custody?',
    facts: [
      {
        label: 'To be imported',
        values: [
          expect.stringContaining('set.jwks · EC P-256, a · default, as next'),
          expect.anything(),
          expect.anything(),
        ],
      },
      {
        label: 'Not to be imported',
        values: [expect.stringContaining('the same key is in set.jwks'), expect.anything(), expect.anything()],
      },
    ],
  });
  officer.sayNo();
  officer.files = [file('new.pem', pem(ec()))];
  expect(await importManyInDialogs(desk.custodian, officer.dialogs, ARGS, dialogWords('en'), quiet)).toBeNull();
  expect(desk.custodian.showTenant(ARGS).rings[0]?.keys).toHaveLength(5);
});
