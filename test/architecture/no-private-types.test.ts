// No type that crosses a border has a member that could hold private material: the compiler's own types are walked through,
// however they are made, from border.fixture.ts to the last member.
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { API, type Checker, type Type } from 'typescript/unstable/sync';
import { describe, expect, it } from 'vitest';
import { folderForAll } from '../support/folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BORDER = 'test/architecture/border.fixture.ts';

/** RFC 7518 private members, and the names by which we or others would call such a thing. */
const FORBIDDEN =
  /^(d|p|q|dp|dq|qi|oth|k|pkcs8|secret|passphrase|password|token|\w*(private|secret)[-_]?(key|half|jwk|exponent|pem)\w*|client[-_]?secret|api[-_]?key|seed)$/i;

const folder = folderForAll();
for (const part of ['shared', 'tsconfig.base.json', BORDER]) {
  cpSync(path.join(ROOT, part), folder(part), { recursive: true });
}
symlinkSync(path.join(ROOT, 'node_modules'), folder('node_modules'));
writeFileSync(
  folder('tsconfig.json'),
  JSON.stringify({ extends: './tsconfig.base.json', include: ['shared/**/*.ts', BORDER] }),
);

/** The name of every member, and one way to it. */
function membersOf(checker: Checker, border: Type): Map<string, string> {
  const seen = new Set<number>();
  const names = new Map<string, string>();
  const walk = (type: Type | undefined, way: string): void => {
    if (type === undefined || seen.has(type.id)) {
      return;
    }
    seen.add(type.id);
    if (type.isUnionType()) {
      type.getTypes().forEach((part) => walk(part, way));
      return;
    }
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      if (type.isTypeReference()) {
        checker.getTypeArguments(type).forEach((part) => walk(part, way));
      }
      return;
    }
    if (!type.isObjectType() && !type.isIntersectionType()) {
      return;
    }
    const members = checker.getPropertiesOfType(type);
    const types = members.length === 0 ? [] : checker.getTypeOfSymbol(members);
    members.forEach(({ name }, index) => {
      const there = `${way}.${name}`;
      names.set(name, names.get(name) ?? there);
      walk(types[index], there);
    });
    checker.getIndexInfosOfType(type).forEach(({ valueType }) => walk(valueType, way));
  };
  walk(border, 'border');
  return names;
}

function crossing(): { all: Map<string, string>; forbidden: string[] } {
  const api = new API({ cwd: folder() });
  try {
    const config = folder('tsconfig.json');
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    const file = project?.program.getSourceFile(folder(BORDER));
    const declared = file?.text.indexOf('Border {') ?? -1;
    const border = project?.checker.getTypeAtPosition(folder(BORDER), declared);
    if (project === undefined || border === undefined) {
      throw new Error('the compiler does not find the border');
    }
    expect(project.program.getSemanticDiagnostics(folder(BORDER))).toEqual([]);
    const all = membersOf(project.checker, border);
    return { all, forbidden: [...all].flatMap(([name, way]) => (FORBIDDEN.test(name) ? [way] : [])) };
  } finally {
    api.close();
  }
}

describe('what crosses a border', () => {
  it('has no member for private material, and all of it was looked at', () => {
    const { all, forbidden } = crossing();
    expect(forbidden).toEqual([]);
    expect(all.size).toBeGreaterThan(400);
    for (const name of ['kid', 'x5c', 'recipient', 'thumbprint', 'spkiSha256']) {
      expect([name, all.has(name)]).toEqual([name, true]);
    }
  });

  it('would show one in any of its types', () => {
    for (const [file, before, member] of [
      ['exports/hand-over.ts', 'export interface HandOver {', 'privateKey?: string;'],
      ['key-ring/key.ts', 'export interface SigningKey {', 'd: string;'],
      ['offline/courier.ts', 'export const receiptSchema = z.strictObject({', 'pkcs8: z.string(),'],
      ['published-set/drift-report.ts', 'export interface DriftFinding {', 'privateHalf?: string;'],
    ] as const) {
      const place = folder('shared/domain', file);
      const text = readFileSync(place, 'utf8');
      expect(text).toContain(before);
      writeFileSync(place, text.replace(before, `${before}\n${member}`));
    }
    const members = crossing().forbidden.flatMap((way) => way.split('.').slice(-1));
    expect(members.toSorted()).toEqual(['d', 'pkcs8', 'privateHalf', 'privateKey']);
  });
});
