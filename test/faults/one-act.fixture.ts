// Runs one act and dies at one place of it, or runs to its end and says which places it passed.
// Arguments: folder, pool, instant, act, number of the place (0: none).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { actNamed } from './acts.ts';
import { arm, passedPlaces, watchKeychain } from './boundary.ts';
import { openFaultDesk } from './fault-desk.ts';

const [folder = '', pool = '', now = '', name = '', at = '0'] = process.argv.slice(2);

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

async function main(): Promise<void> {
  process.stdout.write('begun\n');
  const desk = openFaultDesk({ folder, pool, now, watch: watchKeychain });
  arm(Number(at), at === '0' ? stateOf : () => '');
  await actNamed(name).run(desk.custodian, folder);
  // From here on an officer has been told that it is done.
  process.stdout.write('done\n');
  await desk.custodian.finish();
  desk.close();
  process.stdout.write(JSON.stringify(passedPlaces()));
}

void main();
