// Runs one act and dies at one place of it, or runs to its end and says which places it passed.
// Arguments: folder, pool, instant, act, number of the place (0: none).
import { actNamed } from './acts.ts';
import { arm, passedPlaces, watchKeychain } from './boundary.ts';
import { openFaultDesk } from './fault-desk.ts';

const [folder = '', pool = '', now = '', name = '', at = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
  const desk = openFaultDesk({ folder, pool, now, watch: watchKeychain });
  arm(Number(at));
  await actNamed(name).run(desk.custodian, folder);
  // From here on an officer has been told that it is done.
  process.stdout.write('done\n');
  await desk.custodian.finish();
  desk.close();
  process.stdout.write(JSON.stringify(passedPlaces()));
}

void main();
