// Backups that are made, restored and drilled while somebody kills the program.
import { randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Custodian } from '../../main/acts/custodian.ts';
import { readChunks } from '../../main/files/read-chunks.ts';
import { saveStream } from '../../main/files/save-stream.ts';
import { ACME, type Act, elsewhere, ring, tenant, withCredential, withRing } from './act.ts';
import type { FaultDesk } from './fault-desk.ts';

/** Who opens the backups of these tests; nobody else ever used it. */
const HOLDER = {
  identity: 'AGE-SECRET-KEY-1Q8QZU4M30WLMYASKQMYP0TKG0KFV2ZC3HFDS96WZQP9ZSM3NLU0QJ6GV68',
  recipient: 'age16rmx92j99juztzsmun6z86jrpzu3nrvsgl2wnjffjsajpjn0afjsqzw3wh',
};

function backUp(custodian: Custodian, folder: string): Promise<unknown> {
  const protection = { passphrase: null, recipients: [Buffer.from(HOLDER.recipient)] };
  const name = `${randomUUID()}.age`;
  return custodian.createBackup({ protection, credentials: true }, async (chunks, prove) => {
    const { openToOthers: _modes, ...saved } = await saveStream(path.join(folder, name), chunks, prove);
    return { file: name, ...saved };
  });
}

const BACKUP = 'keys.age';

/** Of a registry with two tenants, beside the one that is empty. */
const withBackup = (desk: FaultDesk, folder: string): Promise<void> =>
  elsewhere(desk, async (other, there) => {
    await withCredential(other);
    await other.custodian.addRing({ tenant, alg: 'ES256', name: ring });
    await other.custodian.addTenant({ ...ACME, name: 'Other', domain: 'other.eu.auth0.com', customDomain: null });
    await backUp(other.custodian, there);
    const file = readdirSync(there).find((name) => name.endsWith('.age')) ?? '';
    copyFileSync(path.join(there, file), path.join(folder, BACKUP));
  });

function restoreIn(custodian: Custodian, folder: string): Promise<unknown> {
  const opener = { kind: 'identity', bytes: Buffer.from(HOLDER.identity) } as const;
  const source = () => readChunks(path.join(folder, BACKUP));
  return custodian.restoreBackup(source, opener, { file: BACKUP, seen: null });
}

function drillIn(custodian: Custodian, folder: string): Promise<unknown> {
  const opener = { kind: 'identity', bytes: Buffer.from(HOLDER.identity) } as const;
  return custodian.drillBackup(() => readChunks(path.join(folder, BACKUP)), opener, BACKUP);
}

export const BACKUP_ACTS = {
  'make a backup': {
    prepare: withRing,
    run: backUp,
    leaves: 'backup.made',
    again: null,
  },
  'restore a backup on a new machine': {
    prepare: withBackup,
    run: restoreIn,
    leaves: 'backup.restored',
    again: null,
  },
  'drill a backup': {
    prepare: withBackup,
    run: drillIn,
    leaves: 'backup.drilled',
    again: null,
  },
} as const satisfies Record<string, Act>;
