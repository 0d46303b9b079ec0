// No call of the page has a place for a path, at any depth of its arguments: files are chosen in a dialog of the main process,
// or dropped by a person and named by the browser process (test/e2e/attacks/page-files.test.ts).
import { expect, it } from 'vitest';
import { z } from 'zod';
import { CHANNELS } from '../../shared/channels.ts';
import { ACTS } from '../../shared/acts/acts.ts';

const PATH = /path|(?<!pro)file|folder|director|^dir$|destination/i;

function membersOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const own = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(membersOf)];
}

const membersIn = (args: z.ZodType): string[] =>
  membersOf(z.toJSONSchema(args, { io: 'input', unrepresentable: 'any' }));

it('knows a path where one is', () => {
  const args = z.strictObject({ list: z.array(z.strictObject({ filePath: z.string() })) });
  expect(membersIn(args).filter((name) => PATH.test(name))).toEqual(['filePath']);
});

it.each(CHANNELS)('%s takes none', (channel) => {
  expect(membersIn(ACTS[channel].page).filter((name) => PATH.test(name))).toEqual([]);
});
