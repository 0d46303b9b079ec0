// No type that crosses a border has a member that could hold private material: every file that the contract reaches is
// looked at, however it is reached, and each member that only sounds like it is named here with what it is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SHARED = path.resolve(import.meta.dirname, '../../shared');

/** RFC 7518 private members, and the names by which we or others would call such a thing. */
const NAMES =
  'd|p|q|dp|dq|qi|oth|k|pkcs8|secret|passphrase|password|token|\\w*(?:private|secret)[-_]?(?:key|half|jwk|exponent|pem)\\w*|client[-_]?secret|api[-_]?key|seed';
const FORBIDDEN = new RegExp(`(?:^|[{;,(])\\s*(?:readonly\\s+)?['"]?(${NAMES})['"]?\\??\\s*:`, 'gim');

/** What bears such a name and is something else: words, or a public fact. */
const HARMLESS: Record<string, readonly string[]> = {
  'domain/evidence/evidence.ts': ['token'],
};

/** The file and all that it imports from shared/, also for types only. */
function reachedFrom(file: string, read: (file: string) => string, reached = new Set<string>()): Set<string> {
  if (!reached.has(file)) {
    reached.add(file);
    for (const [, from = ''] of read(file).matchAll(/from '(\.[^']+)'/g)) {
      reachedFrom(path.join(path.dirname(file), from), read, reached);
    }
  }
  return reached;
}

const textOf = (file: string): string => readFileSync(path.join(SHARED, file), 'utf8');
const withoutComments = (text: string): string => text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '');

const forbiddenIn = (file: string, text: string): string[] =>
  [...withoutComments(text).matchAll(FORBIDDEN)]
    .flatMap(([, name]) => name ?? [])
    .filter((name) => HARMLESS[file]?.includes(name) !== true);

/** What the renderer and the main process say to each other, and what every such call answers. */
const ENTRIES = ['contract.ts', 'channels.ts', 'domain/doctor/report.ts'];
const VOCABULARY = [...new Set(ENTRIES.flatMap((entry) => [...reachedFrom(entry, textOf)]))].toSorted();

describe('what crosses a border', () => {
  it('is all that the contract reaches', () => {
    expect(VOCABULARY.length).toBeGreaterThan(60);
    for (const file of [
      'domain/exports/hand-over.ts',
      'domain/tenant/credentials.ts',
      'domain/offline/courier.ts',
      'domain/key-ring/key.ts',
      'errors.ts',
      'domain/doctor/report.ts',
    ]) {
      expect(VOCABULARY).toContain(file);
    }
  });

  it.each(VOCABULARY)('%s has no member for private material', (file) => {
    expect(forbiddenIn(file, textOf(file))).toEqual([]);
  });

  it.each([
    ['domain/exports/hand-over.ts', 'export interface HandOver {', '  privateKey?: string;'],
    ['domain/key-ring/key.ts', 'export interface SigningKey {', '  d: string;'],
    ['domain/offline/courier.ts', 'export const receiptSchema = z.strictObject({', '  pkcs8: z.string(),'],
    ['domain/published-set/drift-report.ts', 'export interface DriftFinding {', '  privateHalf?: string;'],
  ])('would notice one in %s', (file, before, member) => {
    const text = textOf(file);
    expect(text).toContain(before);
    expect(forbiddenIn(file, text.replace(before, `${before}\n${member}`))).toHaveLength(1);
    expect(forbiddenIn(file, text.replace(before, `${before} ${member.trim()}`))).toHaveLength(1);
  });

  it('names nothing as harmless that is not there', () => {
    for (const [file, names] of Object.entries(HARMLESS)) {
      const found = new Set([...withoutComments(textOf(file)).matchAll(FORBIDDEN)].map(([, name]) => name));
      expect([file, ...names.filter((name) => !found.has(name))]).toEqual([file]);
    }
  });
});
