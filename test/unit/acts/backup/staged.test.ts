// Whatever becomes of a backup that is read, the registry beside this one that held its records is gone afterwards.
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { stageBackup } from '../../../../main/acts/backup/staged.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import type { Registry } from '../../../../main/ports/registry.ts';
import {
  type Backed,
  backUp,
  from,
  type Holder,
  newHolder,
  openedBy,
  packed,
  unpacked,
} from '../../../support/backups.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

let holder: Holder;
const desk = deskForEach();
let backed: Backed;
let disposed: string[];
beforeAll(async () => {
  holder = await newHolder();
});
beforeEach(async () => {
  disposed = [];
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  backed = await backUp(desk, holder);
});

/** Tells what is disposed of. `recorded`: whether the records name their keys. */
function watched({ recorded = true } = {}): Pick<Ports, 'reading' | 'registry'> {
  const { reading, registry } = desk.ports;
  const stage: Registry['stage'] = (schema) => {
    const staged = registry.stage(schema);
    return {
      ...staged,
      finish() {
        const copy = staged.finish();
        return {
          ...copy,
          reader: recorded ? copy.reader : { ...copy.reader, keys: () => [] },
          [Symbol.dispose]() {
            disposed.push('the records');
            copy[Symbol.dispose]();
          },
        };
      },
      [Symbol.dispose]() {
        disposed.push('what came in');
        staged[Symbol.dispose]();
      },
    };
  };
  return { reading, registry: { ...registry, stage } };
}

it('that it is whole: its records stay until they are read', async () => {
  const ids = desk.ports.registry.read((reader) => reader.allKeyDates()).map(({ id }) => id);
  {
    using staged = await stageBackup(watched(), from(backed.file), openedBy(holder));
    expect(disposed).toEqual(['what came in']);
    expect([...staged.halves].toSorted()).toEqual(ids.toSorted());
    expect(staged.copy.reader.tenants()).toMatchObject([{ name: 'Acme' }]);
    expect(staged.checked).toMatchObject({ keys: 2 });
  }
  expect(disposed).toEqual(['what came in', 'the records']);
});

it('that a private key in it is on no record', async () => {
  await expect(stageBackup(watched({ recorded: false }), from(backed.file), openedBy(holder))).rejects.toMatchObject({
    code: 'BACKUP_UNREADABLE',
    facts: { problem: { code: 'rows-unfit' } },
  });
  expect(disposed).toEqual(['the records', 'what came in']);
});

it('that its end is missing', async () => {
  const files = [...(await unpacked(backed.file, holder))].slice(0, -1);
  const cut = await packed(files, holder);
  await expect(stageBackup(watched(), from(cut), openedBy(holder))).rejects.toMatchObject({
    facts: { problem: { code: 'file-missing', path: 'manifest.jws' } },
  });
  expect(disposed).toEqual(['what came in']);
});

it('that it is none: then there was nothing to hold', async () => {
  const letter = await packed([['README.txt', Buffer.from('x')]], holder);
  await expect(stageBackup(watched(), from(letter), openedBy(holder))).rejects.toMatchObject({
    facts: { problem: { code: 'no-backup' } },
  });
  expect(disposed).toEqual([]);
});

it('that a table does not take its rows', async () => {
  const { reading, registry } = watched();
  const add: typeof registry.stage = (schema) => ({
    ...registry.stage(schema),
    add: () => {
      throw new TypeError('no such column');
    },
  });
  const refused = await stageBackup(
    { reading, registry: { ...registry, stage: add } },
    from(backed.file),
    openedBy(holder),
  ).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 'BACKUP_UNREADABLE',
    facts: { problem: { code: 'rows-unfit' } },
    cause: { message: 'no such column' },
  });
  expect(disposed).toEqual(['what came in']);
});
