// Backups that are not what they should be: each has a sentence of its own, and nothing is changed by any of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCustodianError } from '../../../../shared/errors.ts';
import type { BackupFlaw } from '../../../../shared/problems/backup.ts';
import type { BackupOpener } from '../../../../main/ports/backup-file.ts';
import { canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import {
  backUp,
  type Files,
  from,
  type Holder,
  newHolder,
  openedBy,
  packed,
  unpacked,
} from '../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';

let holder: Holder;
let desk: Desk;
let file: Uint8Array;
let files: Files;
beforeAll(async () => {
  holder = await newHolder();
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
  file = (await backUp(desk, holder)).file;
  files = await unpacked(file, holder);
});
afterAll(() => desk.close());

const opening = (whole: Uint8Array, opener: BackupOpener = openedBy(holder)) =>
  desk.custodian.previewRestore(from(whole), opener);

/** What is wrong with it. Nothing was changed, or this throws. */
async function flawOf(whole: Uint8Array, opener?: BackupOpener): Promise<BackupFlaw> {
  const entries = () => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).length;
  const before = entries();
  const error = await opening(whole, opener).catch((problem: unknown) => problem);
  if (!isCustodianError(error, 'BACKUP_UNREADABLE') || entries() !== before) {
    throw new Error('it was read, or something was changed', { cause: error });
  }
  return error.facts.problem;
}

it.each([
  [
    'asks for too much work',
    () => Buffer.from('age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\nAAAA\n--- AAAA\n'),
  ],
  ['is no backup', () => Buffer.from('dear colleague\n')],
  ['is cut off', () => file.subarray(0, -100)],
])('a file that %s is let go of', async (_, whole) => {
  let held = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    held += 1;
    try {
      yield whole();
      yield Buffer.alloc(1);
    } finally {
      held -= 1;
    }
  }
  const opener: BackupOpener = { kind: 'passphrase', bytes: Buffer.from('a passphrase') };
  await desk.custodian.previewRestore(chunks, opener).catch(() => null);
  expect(held).toBe(0);
});

/** Put together again by somebody who can encrypt to the recipient, as anybody can. */
const forged = (change: (files: Files) => void | Files | [string, Uint8Array][]): Promise<Uint8Array> => {
  const copy: Files = new Map(files);
  return packed(change(copy) ?? copy, holder);
};

const text = (path: string): string => Buffer.from(files.get(path) ?? []).toString('utf8');
const pathsLike = (pattern: RegExp): string[] => [...files.keys()].filter((path) => pattern.test(path));

describe('a backup that cannot be opened', () => {
  it('is sealed to others', async () => {
    expect(await flawOf(file, openedBy(await newHolder()))).toEqual({ code: 'other-recipient' });
  });

  it('is given a passphrase and needs an identity', async () => {
    const passphrase = { kind: 'passphrase', bytes: Buffer.from('a passphrase') } as const;
    expect(await flawOf(file, passphrase)).toEqual({ code: 'needs-identity' });
  });

  it.each(['', 'no identity', 'ssh-ed25519 AAAA'])('is given what is no identity: “%s”', async (bytes) => {
    const identity = { kind: 'identity', bytes: Buffer.from(bytes) } as const;
    expect(await flawOf(file, identity)).toEqual({ code: 'identity-unusable' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('these are not the keys you are looking for\n')],
    ['a key', Buffer.from('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')],
    ['zeros', new Uint8Array(100_000)],
  ])('is %s', async (_, bytes) => {
    expect(await flawOf(bytes)).toEqual({ code: 'no-backup' });
  });

  it('is an age file of something else', async () => {
    const letter = await packed([['letter.txt', Buffer.from('dear colleague')]], holder);
    expect(await flawOf(letter)).toEqual({ code: 'no-backup' });
  });
});

describe('a backup that was cut off or altered', () => {
  it.each([0.02, 0.3, 0.5, 0.9, 0.999])('at %d of its length is refused', async (part) => {
    const problem = await opening(file.subarray(0, Math.floor(file.length * part))).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: 'BACKUP_UNREADABLE' });
  });

  it.each([0.02, 0.4, 0.7, 0.9999])('in one bit at %d of its length is refused', async (part) => {
    const altered = Uint8Array.from(file);
    const at = Math.floor((file.length - 1) * part);
    altered[at] = (altered[at] ?? 0) ^ 1;
    await expect(opening(altered)).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
  });
});

describe('a backup that somebody put together', () => {
  it.each(['../evil', '/etc/passwd', 'keys/../x', 'registry/tenants-0001.sql', 'keys/x/private-key.pem'])(
    'with %s in it is refused',
    async (path) => {
      const more = await forged((copy) => void copy.set(path, Buffer.from('x')));
      expect(await flawOf(more)).toEqual({ code: 'unexpected', path });
    },
  );

  it('with a file twice is refused', async () => {
    const path = 'registry/tenants-0001.jsonl';
    const twice = await forged((copy) => [...copy].flatMap((entry) => (entry[0] === path ? [entry, entry] : [entry])));
    expect(await flawOf(twice)).toEqual({ code: 'twice', path });
  });

  it.each(['manifest.json', 'manifest.jws', 'registry/tenants-0001.jsonl', 'audit/0001.jsonl'])(
    'without %s is refused',
    async (path) => {
      const without = await forged((copy) => void copy.delete(path));
      await expect(opening(without)).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
    },
  );

  it('with another record in it is refused by its list', async () => {
    const path = 'registry/tenants-0001.jsonl';
    const altered = text(path).replace('acme.eu.auth0.com', 'evil.eu.auth0.com');
    const other = await forged((copy) => void copy.set(path, Buffer.from(altered)));
    expect(await flawOf(other)).toEqual({ code: 'file-other', path });
  });

  it('with another list is refused by its signature', async () => {
    const other = text('manifest.json').replace(
      '"absent":[]',
      '"absent":[{"id":"x","kid":"x","tenant":"x","why":"missing"}]',
    );
    const relisted = await forged((copy) => void copy.set('manifest.json', Buffer.from(other)));
    expect(await flawOf(relisted)).toEqual({ code: 'signature-wrong' });
  });

  it('with the key of another in its place is refused', async () => {
    const [one = '', other = ''] = pathsLike(/private-key/);
    const swapped = await forged((copy) => void copy.set(one, files.get(other) ?? new Uint8Array()));
    expect(await flawOf(swapped)).toMatchObject({ code: 'other-key' });
  });

  it('with a key that is none is refused', async () => {
    const [one = ''] = pathsLike(/private-key/);
    const none = await forged((copy) => void copy.set(one, Buffer.from('no key')));
    expect(await flawOf(none)).toMatchObject({ code: 'key-unreadable' });
  });

  it('without a key that should be there is refused', async () => {
    const [one = ''] = pathsLike(/private-key/);
    const list = JSON.parse(text('manifest.json')) as { files: { path: string }[] };
    const shorter = { ...list, files: list.files.filter(({ path }) => path !== one) };
    const without = await forged((copy) => {
      copy.delete(one);
      copy.set('manifest.json', Buffer.from(`${canonicalJson(shorter)}\n`));
    });
    expect(await flawOf(without)).toEqual({ code: 'signature-wrong' });
  });

  it('with an altered audit chain is refused', async () => {
    const path = 'audit/0001.jsonl';
    const altered = text(path).replace('"action":"tenant.added"', '"action":"tenant.edited"');
    const other = await forged((copy) => void copy.set(path, Buffer.from(altered)));
    expect(await flawOf(other)).toEqual({ code: 'chain-broken', entry: 1 });
  });

  it('with rows that no table takes is refused', async () => {
    const path = 'registry/rings-0001.jsonl';
    for (const row of ['{"id":1}', '{"evil\\" --":"x"}', '[]', '{"id":{}}', 'not json']) {
      const altered = await forged((copy) => void copy.set(path, Buffer.from(`${row}\n`)));
      await expect(opening(altered)).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
    }
  });
});

describe('a backup of another version', () => {
  it.each([
    ['of its format', { version: 9 }, { found: 9, known: 1 }],
    ['of the tables', { schema: 999 }, { found: 999 }],
  ])('is refused when it is newer: %s', async (_, change, facts) => {
    const head = JSON.parse(text('backup.json')) as object;
    const newer = await forged(
      (copy) => void copy.set('backup.json', Buffer.from(JSON.stringify({ ...head, ...change }))),
    );
    await expect(opening(newer)).rejects.toMatchObject({ code: 'BACKUP_TOO_NEW', facts });
  });
});
