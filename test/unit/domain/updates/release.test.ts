// What a signed release document may say, and what is made of it.
import { describe, expect, it } from 'vitest';
import {
  installCommand,
  MAX_RELEASE_BYTES,
  RELEASE_FILE,
  type Release,
  releaseProblem,
  releaseSchema,
  standingOf,
} from '../../../../shared/domain/updates/release.ts';

const ISSUED = '2026-11-22T08:00:00.000Z';
const EXPIRES = '2026-12-22T08:00:00.000Z';
const pack = { file: 'key-custodian_1.2.3_amd64.deb', bytes: 1, sha256: 'ab'.repeat(32) };
const release: Release = {
  format: 'key-custodian/release-1',
  channel: 'stable',
  version: '1.2.3',
  issued: ISSUED,
  expires: EXPIRES,
  news: ['New.'],
  packages: [pack],
};
const packed = (part: Partial<typeof pack>) => ({ packages: [{ ...pack, ...part }] });
const many = (count: number, one: unknown) => Array.from({ length: count }, () => one);

describe('a release', () => {
  it.each([
    [{}],
    [{ version: '0.0.0' }],
    [{ version: '99999.10.1' }],
    [{ version: '1.99999.10' }],
    [{ version: '1.2.99999' }],
    [{ channel: 'a' }],
    [{ channel: 'c'.repeat(20) }],
    [{ news: [] }],
    [{ news: many(200, 'n'.repeat(500)) }],
    [{ packages: many(50, pack) }],
    [packed({ file: 'a' })],
    [packed({ file: '0._+~-Z' })],
    [packed({ file: 'f'.repeat(121) })],
    [packed({ bytes: 2_000_000_000 })],
  ])('is taken with %j', (part) => {
    expect(releaseSchema.parse({ ...release, ...part })).toEqual({ ...release, ...part });
  });

  it.each<[object]>([
    [{ format: 'key-custodian/release-2' }],
    [{ more: 1 }],
    ...['1.2', '1.2.3.4', '01.2.3', '1.02.3', '1.2.03', '100000.0.0', '0.100000.0', '0.0.100000'].map(
      (version): [object] => [{ version }],
    ),
    ...['1.2.3-rc.1', '1.2.3+build', 'v1.2.3', '1x2.3', '1.2x3', ' 1.2.3', '1..3'].map((version): [object] => [
      { version },
    ]),
    ...['', 'c'.repeat(21), 'Stable', 'stable1', '-stable'].map((channel): [object] => [{ channel }]),
    [{ issued: 'today' }],
    [{ expires: 'never' }],
    [{ news: [''] }],
    [{ news: ['n'.repeat(501)] }],
    [{ news: many(201, 'n') }],
    [{ packages: [] }],
    [{ packages: many(51, pack) }],
    ...['', '.deb', '-deb', '_x', 'a b', 'a/b', 'a;b', '$a', 'é', 'a\n', 'f'.repeat(122)].map((file): [object] => [
      packed({ file }),
    ]),
    [packed({ bytes: 0 })],
    [packed({ bytes: 1.5 })],
    [packed({ bytes: 2_000_000_001 })],
    [packed({ sha256: 'ab' })],
    [{ packages: [{ ...pack, more: 1 }] }],
    [{ packages: [{ file: pack.file, bytes: 1 }] }],
  ])('is refused with %j', (part) => {
    expect(releaseSchema.safeParse({ ...release, ...part }).success).toBe(false);
  });

  it('lies beside the packages, and is small', () => {
    expect([RELEASE_FILE, MAX_RELEASE_BYTES]).toEqual(['key-custodian.release', 65_536]);
  });
});

describe('a release holds', () => {
  const now = '2026-11-23T08:00:00.000Z';
  const asked = { wanted: 'stable', now, newest: null };

  it.each([
    ['now', asked],
    ['an hour before it was issued, by this clock', { ...asked, now: '2026-11-22T07:00:00.000Z' }],
    ['until it ends', { ...asked, now: '2026-12-22T07:59:59.999Z' }],
    ['where it is the newest still', { ...asked, newest: ISSUED }],
    ['where it is newer', { ...asked, newest: '2026-11-22T07:59:59.999Z' }],
  ])('%s', (_, at) => {
    expect(releaseProblem(release, at)).toBeNull();
  });

  it.each([
    ['of another channel', {}, { wanted: 'beta' }, { code: 'other-channel', channel: 'stable', wanted: 'beta' }],
    ['from the future', {}, { now: '2026-11-22T06:59:59.999Z' }, { code: 'issued-later', at: ISSUED }],
    ['from its last instant', {}, { now: EXPIRES }, { code: 'expired', at: EXPIRES }],
    [
      'that ends as it begins',
      { expires: ISSUED },
      { now: '2026-11-22T07:30:00.000Z' },
      { code: 'expired', at: ISSUED },
    ],
    [
      'that is older than one seen before',
      {},
      { newest: '2026-11-22T08:00:00.001Z' },
      { code: 'replayed', issued: ISSUED, newest: '2026-11-22T08:00:00.001Z' },
    ],
    // What is told first: where it comes from, then its time.
    ['of another channel, ended', {}, { wanted: 'beta', now: EXPIRES }, { code: 'other-channel' }],
    ['ended and old', {}, { now: EXPIRES, newest: EXPIRES }, { code: 'expired' }],
  ])('not one %s', (_, part, at, problem) => {
    expect(releaseProblem({ ...release, ...part }, { ...asked, ...at })).toMatchObject(problem);
  });
});

it.each([
  ['1.2.3', '1.2.3', 'same'],
  ['1.2.4', '1.2.3', 'newer'],
  ['1.2.2', '1.2.3', 'older'],
  ['1.10.0', '1.9.9', 'newer'],
  ['1.9.9', '1.10.0', 'older'],
  ['2.0.0', '1.9.9', 'newer'],
  ['1.9.9', '2.0.0', 'older'],
  ['10.0.0', '9.0.0', 'newer'],
  // A version of one’s own build has no numbers to compare by.
  ['0.0.1', 'dev', 'newer'],
  ['0.0.0', 'dev', 'same'],
])('%s beside %s is %s', (version, installed, standing) => {
  expect(standingOf(version, installed)).toBe(standing);
});

it.each([
  ['key-custodian_1.2.3_amd64.deb', 'sudo apt install ./key-custodian_1.2.3_amd64.deb'],
  ['key-custodian-1.2.3.x86_64.rpm', 'sudo dnf install ./key-custodian-1.2.3.x86_64.rpm'],
  ['Key-Custodian-1.2.3.AppImage', null],
  ['key-custodian.deb.zip', null],
  ['key-custodian-deb', null],
  ['deb', null],
  ['.toString', null],
])('%s is installed by %s', (file, command) => {
  expect(installCommand(file)).toBe(command);
});
