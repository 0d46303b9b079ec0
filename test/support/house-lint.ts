// Lints small files as they would stand at places of the house, with the real linter, our rules, and our settings for them.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OXLINT = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');

type Case = readonly [place: string, code: string];
type Bad = readonly [...Case, said: RegExp];

interface Settings {
  jsPlugins: string[];
  overrides: { files: string[]; rules: Record<string, string> }[];
}

/** Of `.oxlintrc.json`, what concerns the rules of build/lint. */
export function houseSettings(): Settings {
  const { jsPlugins, overrides } = JSON.parse(readFileSync(path.join(ROOT, '.oxlintrc.json'), 'utf8')) as Settings;
  return { jsPlugins, overrides: overrides.filter(({ rules }) => Object.keys(rules).some(isOurs)) };
}

const isOurs = (rule: string): boolean => rule.startsWith('house/');

/** What is said of each, in their order. A file called x may stand at one place more than once. */
function lint(cases: readonly Case[]): string[][] {
  const folder = mkdtempSync(path.join(tmpdir(), 'house-lint-'));
  try {
    cpSync(path.join(ROOT, 'build/lint'), path.join(folder, 'build/lint'), { recursive: true });
    writeFileSync(
      path.join(folder, '.oxlintrc.json'),
      JSON.stringify({ plugins: [], categories: {}, ...houseSettings() }),
    );
    const files = cases.map(([place, code], index) => {
      const file = place.replace(/\/x\./, `/x${index}.`);
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), code);
      return file;
    });
    const args = [OXLINT, '-c', '.oxlintrc.json', '-A', 'all', '--format', 'json', 'main', 'shared', 'renderer'];
    const ran = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(ran.stdout) as { diagnostics: { message: string; filename: string }[] };
    return files.map((file) => diagnostics.filter(({ filename }) => filename === file).map(({ message }) => message));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A rule says nothing of good files, and of each bad one what it must. */
export function ruleHolds(rule: string, { good, bad }: { good: readonly Case[]; bad: readonly Bad[] }): void {
  describe(`house/${rule}`, () => {
    it('lets pass what is right', () => {
      const wrong = lint(good).flatMap((said, index) => said.map((text) => [...(good[index] ?? []), text]));
      expect(wrong).toEqual([]);
    });

    it('notices what is wrong', () => {
      const found = lint(bad.map(([place, code]) => [place, code]));
      expect(found.map((said, index) => [bad[index]?.[1], said])).toEqual(
        bad.map(([, code, said]) => [code, [expect.stringMatching(said)]]),
      );
    });
  });
}
