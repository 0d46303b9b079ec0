// Runs one act and dies at one place of it, or runs to its end and says which places it passed.
// Arguments: folder, pool, instant, act, number of the place (0: none), and where the folder is copied to, whenever a place is
// passed where it is not as at the place before.
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { actNamed } from './acts.ts';
import { arm, passedPlaces, watchKeychain } from './boundary.ts';
import { openFaultDesk } from './fault-desk.ts';

const [folder = '', pool = '', now = '', name = '', at = '0', copies = ''] = process.argv.slice(2);

/** Of all that outlives the process: SQLite makes the memory that its connections share (-shm) anew after a death. */
function stateOf(): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('-shm'),
  );
  for (const file of entries.map((entry) => path.join(entry.parentPath, entry.name)).toSorted()) {
    const bytes = readFileSync(file);
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** What a process that is killed here leaves behind: nothing of it is only in memory that would be written at its end. */
function copyWhatChanged(): (place: number) => string {
  let last = '';
  return (place) => {
    const state = stateOf();
    if (state !== last) {
      cpSync(folder, path.join(copies, String(place)), { recursive: true });
    }
    last = state;
    return state;
  };
}

async function main(): Promise<void> {
  process.stdout.write('begun\n');
  const desk = openFaultDesk({ folder, pool, now, watch: watchKeychain });
  arm(Number(at), copies === '' ? () => '' : copyWhatChanged());
  await actNamed(name).run(desk.custodian, folder);
  // From here on an officer has been told that it is done.
  process.stdout.write('done\n');
  const toldAfter = passedPlaces().length;
  await desk.custodian.finish();
  desk.close();
  process.stdout.write(JSON.stringify({ places: passedPlaces(), toldAfter }));
}

void main();
