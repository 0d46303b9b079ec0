// A registry that somebody changes at random: whatever differs from what was sealed does nothing. `npm test` tries 300
// manipulations, `npm run fuzz` 10,000; FUZZ_SEED repeats a run.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { beforeAll, expect, test } from 'vitest';
import { isCustodianError } from '../../shared/errors.ts';
import { DEFAULT_TERMS } from '../../shared/domain/timing/policy.ts';
import { copyHome, type Home, inProcess, newHome, type SealedDesk } from '../attacks/sealed-desk.ts';
import { ACME } from '../support/desk.ts';
import { createChance } from './random.ts';
import { contentOf, KINDS, manipulate, tablesOf } from './registry-fuzz.ts';
import { MEMORY, folderForAll } from '../support/folder.ts';
import { push } from '../support/tenant-keys.ts';

const MANIPULATIONS = import.meta.env.MODE === 'fuzz' ? 10_000 : 300;

const tenant = ACME.name;

const root = folderForAll(MEMORY);
let base: Home;
const older: string[] = [];

beforeAll(async () => {
  base = newHome(root('base'));
  for (const [number, act] of HISTORY.entries()) {
    if (number > 0) {
      const copy = root(`older-${number}`);
      cpSync(base.folder, copy, { recursive: true });
      older.push(copy);
    }
    await inProcess(base, act);
  }
});

/** Acts that leave rows in most tables; before each a copy is kept. */
const HISTORY: readonly ((desk: SealedDesk) => Promise<unknown>)[] = [
  ({ custodian }) => custodian.addTenant(ACME),
  ({ custodian }) => custodian.addRing({ tenant, alg: 'ES256', name: 'ec' }),
  ({ custodian }) => custodian.addTenant({ ...ACME, name: 'Beta', domain: 'beta.eu.auth0.com', customDomain: null }),
  ({ custodian }) => custodian.setPolicy({ name: 'calm', terms: DEFAULT_TERMS.development }),
  async (desk) => {
    const { custodian } = desk;
    await push(desk);
    await custodian.provePublication({ tenant });
    await custodian.lookForDrift({ tenant });
  },
  ({ custodian }) => custodian.rotateRing({ tenant, ring: 'ec', override: 'a test' }),
  (desk) => push(desk),
  async ({ custodian }) => {
    const kid = custodian
      .showTenant({ tenant })
      .rings.flatMap(({ keys }) => keys)
      .find(({ state }) => state === 'previous')?.kid;
    await custodian.revokeKey({ tenant, kid: kid ?? '', reason: 'lost', compromised: true, override: 'a test' });
  },
];

const ACTS: readonly ((desk: SealedDesk) => Promise<unknown>)[] = [
  ({ custodian }) => custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 }),
  ({ custodian }) => custodian.exportFile({ tenant, format: 'jwks' }),
  ({ custodian }) => custodian.rotateRing({ tenant, ring: 'ec', override: 'a test' }),
  ({ custodian }) => custodian.editTenant({ tenant, customDomain: 'other.example' }),
  ({ custodian }) => custodian.previewBundle({ tenant }),
];

test(`${MANIPULATIONS} manipulations: none that is effective acts`, { timeout: 60 * 60_000 }, async () => {
  const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 32);
  const chance = createChance(seed);
  const whole = contentOf(base.folder);
  const counted: Record<string, number> = {};
  const acted: string[] = [];
  for (let number = 0; number < MANIPULATIONS; number += 1) {
    const kind = chance.pick(KINDS);
    const folder = root('now');
    const now = copyHome(base, folder);
    const done = manipulate(folder, older, kind, chance);
    const effective = done !== null && contentOf(folder) !== whole;
    const outcome = await inProcess(now, chance.pick(ACTS)).then(
      () => 'done',
      (error: unknown) => (isCustodianError(error) ? error.code : `${kind}: ${String(error)}`),
    );
    rmSync(folder, { recursive: true, force: true });
    const name = `${effective ? 'effective' : 'idle'} ${kind}: ${outcome}`;
    counted[name] = (counted[name] ?? 0) + 1;
    if (effective && outcome === 'done') {
      acted.push(`${number}: ${done}`);
    }
  }
  const lines = Object.entries(counted).map(([name, count]) => `${name} ${count}`);
  console.log(`registry fuzz, seed ${seed}:\n  ${lines.toSorted((a, b) => a.localeCompare(b)).join('\n  ')}`);
  expect(acted).toEqual([]);
  expect(Object.keys(counted).filter((name) => name.startsWith('effective')).length).toBeGreaterThanOrEqual(
    KINDS.length,
  );
});

test('every table of the schema is sealed, but for the seal itself and the chain that its head binds', async () => {
  const database = new DatabaseSync(path.join(base.folder, 'registry.db'));
  const tables = tablesOf(database);
  database.close();
  const own = new Set(['audit', 'state_hashes', 'state_seal']);
  await inProcess(base, async ({ custodian, ports }) => {
    await custodian.editTenant({ tenant, customDomain: null });
    expect([...ports.registry.state.differences()]).toEqual([]);
    expect(ports.registry.state.tables()).toEqual(tables.filter((name) => !own.has(name)));
  });
});
