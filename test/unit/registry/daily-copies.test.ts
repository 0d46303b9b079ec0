// Copies of the registry: once a day and before its tables change, the oldest go, and nothing fails by them.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../main/registry/migrations.ts';
import { openRegistry } from '../../../main/registry/registry.ts';
import { MEMORY, folderForEach } from '../../support/folder.ts';
import { PRIVATE } from '../../support/this-system.ts';

const folder = folderForEach(MEMORY);
const copies = () => folder('copies');

function openOn(day: string, work: (registry: ReturnType<typeof openRegistry>) => void = () => undefined): void {
  const now = () => new Date(`${day}T10:00:00.000Z`);
  const registry = openRegistry({
    folder: folder(),
    holder: 'a test',
    waitMs: 50,
    clock: { now },
    actor: 'officer',
    today: now,
  });
  work(registry);
  registry.close();
}

it('keeps one of each day, the newest seven, for this user alone', () => {
  openOn('2026-11-01', (registry) => registry.change({ action: 'test', subject: 'x', details: {} }, () => undefined));
  for (let day = 2; day <= 10; day += 1) {
    openOn(`2026-11-${String(day).padStart(2, '0')}`);
    openOn(`2026-11-${String(day).padStart(2, '0')}`);
  }
  const names = readdirSync(copies());
  expect(names).toHaveLength(7);
  expect(names.toSorted().at(0)).toBe('registry-day-2026-11-04.db');
  expect(statSync(path.join(copies(), 'registry-day-2026-11-10.db')).mode & 0o777).toBe(PRIVATE);
  const copy = new DatabaseSync(path.join(copies(), 'registry-day-2026-11-10.db'));
  expect(copy.prepare("SELECT count(*) AS found FROM audit WHERE action = 'test'").get()).toEqual({ found: 1 });
  copy.close();
});

it('keeps one from before the tables change', () => {
  const database = new DatabaseSync(folder('registry.db'));
  MIGRATIONS.slice(0, 12).forEach((step) => database.exec(step));
  database.exec('PRAGMA user_version = 12');
  database.close();
  openOn('2026-11-01');
  expect(readdirSync(copies()).toSorted()).toEqual(['registry-day-2026-11-01.db', 'registry-schema-00012.db']);
  const copy = new DatabaseSync(path.join(copies(), 'registry-schema-00012.db'));
  expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: 12 });
  copy.close();
});

it('opens all the same where no copy can be kept, and leaves what is not its own', () => {
  openOn('2026-11-01');
  writeFileSync(copies(), 'in the way');
  openOn('2026-11-02');
  rmSync(copies());
  mkdirSync(copies());
  writeFileSync(path.join(copies(), 'mine.db'), 'mine');
  openOn('2026-11-03');
  expect(readdirSync(copies()).toSorted()).toEqual(['mine.db', 'registry-day-2026-11-03.db']);
});
