import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { stateSchema } from '../../../main/sandbox/state.ts';
import { bundleFixture } from '../../support/bundle-fixture.ts';
import { sandboxFolder } from './open-sandbox.ts';

const PROCESSES = 3;
const CLIENTS_EACH = 10;

it('processes at once on one folder lose nothing, and none is kept alive by its server', async () => {
  const program = await bundleFixture(path.join(import.meta.dirname, 'many-processes.fixture.ts'));
  onTestFinished(() => rmSync(path.dirname(program), { recursive: true, force: true }));
  const folder = sandboxFolder();
  const run = promisify(execFile);
  const results = await Promise.all(
    Array.from({ length: PROCESSES }, () =>
      run(process.execPath, [program, folder, String(CLIENTS_EACH)], { timeout: 120_000 }),
    ),
  );
  expect(results.map(({ stdout }) => stdout)).toEqual(Array.from({ length: PROCESSES }, () => '401'));
  const { tenants } = stateSchema.parse(JSON.parse(readFileSync(path.join(folder, 'sandbox.json'), 'utf8')));
  expect(tenants).toHaveLength(1);
  expect(tenants[0]?.clients).toHaveLength(PROCESSES * CLIENTS_EACH);
});
