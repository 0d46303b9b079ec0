// An act is defined once, and carried out once, bound to its definition: what else there is of it follows. So a new one costs
// its definition, its use case, and a screen or a command (docs/adr/0040).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTS } from '../../shared/acts/acts.ts';
import { CHANNELS } from '../../shared/channels.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const sourcesIn = (folder: string): { file: string; text: string }[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

const DEFINITIONS = sourcesIn('shared/acts');
const USE_CASES = sourcesIn('main/acts');
const AROUND = ['main/ipc', 'main/app', 'main/preload', 'main/composition', 'main/ports', 'shared']
  .flatMap(sourcesIn)
  // Some entries of the audit log, which have words, are called as their acts. What the palette begins, and what is due next,
  // is named by its act, and so is what two officers do.
  .filter(({ file }) => !/^shared.(acts|words|window-acts|domain.tenant.next-due|domain.four-eyes)\b/.test(file));

const KIND = { useCase: ['read', 'remote', 'act'], byHand: ['dialog', 'desk'] };
const channelsOf = (kinds: readonly string[]) => CHANNELS.filter((channel) => kinds.includes(ACTS[channel].kind));

const filesWith = (sources: typeof DEFINITIONS, text: RegExp): string[] =>
  sources.filter((source) => text.test(source.text)).map(({ file }) => file);

/** Where one is named besides, and why. */
const NAMED_BESIDES: Record<string, readonly string[]> = {
  // Their steps are told in the language of the window; one yes to many is a yes to each.
  'publish.push': [
    'main/ipc/confirmation/agreements.ts',
    'main/ipc/confirmation/second-officer.ts',
    'main/ipc/handlers.ts',
  ],
  'publish.verify': ['main/ipc/handlers.ts'],
  // Not while a dialog is open about the tenant.
  'tenant.edit': ['main/ipc/confirmation/guarded-settings.ts', 'main/ipc/dialog-flow.ts'],
  'tenant.remove': ['main/ipc/dialog-flow.ts'],
  'tenant.rename': ['main/ipc/dialog-flow.ts'],
  'tenant.archive': ['main/ipc/dialog-flow.ts'],
  // What a yes to a push is bound to, and to the tenant as it is.
  'publish.preview': ['main/ipc/confirmation/previews.ts'],
  'tenant.show': ['main/ipc/confirmation/confirmed-handlers.ts'],
};

describe('an act', () => {
  it.each(CHANNELS)('%s is defined in one place', (channel) => {
    expect(filesWith(DEFINITIONS, new RegExp(`^  '${channel}': \\w+<`, 'm'))).toHaveLength(1);
  });

  it.each(channelsOf(KIND.useCase))('%s is one use case, and what else there is of it follows', (channel) => {
    expect(filesWith(USE_CASES, new RegExp(`(?:bound|arranged)\\(\\s*'${channel}'`))).toHaveLength(1);
    const questions = ACTS[channel].confirmed
      ? /^main\/ipc\/confirmation\/(?:table|clock|keys|making-room|plans|signing|tenants|publishing|four-eyes)\.ts$/
      : /^$/;
    const besides = filesWith(AROUND, new RegExp(`'${channel}'`)).filter((file) => !questions.test(file));
    expect(besides.filter((file) => NAMED_BESIDES[channel]?.includes(file) !== true)).toEqual([]);
  });

  it.each(channelsOf(KIND.byHand))('%s, which asks people or is the desktop’s, has one handler', (channel) => {
    expect(filesWith(AROUND, new RegExp(`^    '${channel}': `, 'm'))).toEqual(['main/ipc/handlers.ts']);
  });
});

describe('a file of use cases', () => {
  const custodian = readFileSync(path.join(ROOT, 'main/acts/custodian.ts'), 'utf8');
  const files = [...custodian.matchAll(/^import \* as \w+ from '\.\/(.+)';$/gm)].map(([, file = '']) => file);
  const everywhere = ['main', 'test'].flatMap(sourcesIn);

  it('is known', () => expect(files.length).toBeGreaterThan(30));

  // All of it is taken by name in one go, so who looks for unused exports does not see these.
  it.each(files)('%s exports nothing that nobody asks for', (file) => {
    const own = path.join('main/acts', file);
    const text = readFileSync(path.join(ROOT, own), 'utf8');
    const exported = [...text.matchAll(/^export (?:async )?(?:function|const|interface|type) (\w+)(.*)$/gm)];
    const unused = exported.filter(([, name = '', rest = '']) => {
      const isAct = /^ = (?:bound|arranged)\(/.test(rest);
      const uses = (source: string): number => source.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
      return !isAct && uses(text) < 2 && !everywhere.some((other) => other.file !== own && uses(other.text) > 0);
    });
    expect(unused.map(([, name]) => name)).toEqual([]);
  });
});
