// Every act that the audit log records has words in the window, in each language (the languages have one type).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { actions } from '../../renderer/words/en/actions.ts';

const MAIN = path.resolve(import.meta.dirname, '../../main');
/** As acts are written where they are recorded: `action: 'key.revoked'`, or a constant that is named for it. */
const RECORDED = /(?:action: |_ACTION = )'([a-z]+\.[a-z-]+)'/g;

it('has words for whatever is recorded', () => {
  const recorded = readdirSync(MAIN, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap((entry) => [...readFileSync(path.join(entry.parentPath, entry.name), 'utf8').matchAll(RECORDED)])
    .map(([, action = '']) => action);
  expect(recorded.length).toBeGreaterThan(15);
  expect(recorded.filter((action) => !Object.hasOwn(actions, action))).toEqual([]);
});
