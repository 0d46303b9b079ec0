// Files of settings: YAML (secrets of clusters, values of charts), properties and environment files. They are read only where
// something in them looks like a key.
import { parseAllDocuments } from 'yaml';
import type { Contents } from '../contents.ts';
import { format, part } from '../inspect/finding.ts';
import type { Context } from './context.ts';
import { asDocument, type Leaf, leavesOf, readLeaves } from './document.ts';

const MAX_YAML = 32 * 1024;

/** What keeps its parser busy without end, and stands in no file with keys: lists of lists of lists, and many aliases or tags. */
const NESTED = /^(?:[ \t]*[-?:][ \t]+){8}/m;
const ALIAS = /(?:^|[\s[{,])[&*!][\w-]/gm;
const MAX_ALIASES = 20;

const isPlainYaml = (text: string): boolean =>
  text.length <= MAX_YAML &&
  /^[ \t-]*["']?[\w.-]+["']?[ \t]*:(?:[ \t\r\n]|$)/m.test(text) &&
  !NESTED.test(text) &&
  [...text.matchAll(ALIAS)].length <= MAX_ALIASES;

/** `null` when it holds nothing that is known. */
export async function readSettings(text: string, context: Context): Promise<Contents | null> {
  const yaml = await readLeaves(yamlLeaves(text), format('YAML'), context);
  if (yaml !== null) {
    return asDocument(part('YAML document', {}), format('YAML'), yaml, { code: 'unknown' });
  }
  const lines = await readLeaves(assignments(text), { code: 'text' }, context);
  return lines === null ? null : asDocument(part('settings', {}), { code: 'text' }, lines, { code: 'unknown' });
}

/** `NAME=value` and `name: value`, the value perhaps in quotes or going on behind a backslash. */
function assignments(text: string): Leaf[] {
  return text
    .replaceAll(/\\\r?\n[ \t]*/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, 5000)
    .flatMap((line): Leaf[] => {
      const [, name = '', value = ''] =
        /^[ \t]*(?:export |set |SET )?"?([\w.[\]-]{1,100})"?[ \t]*[=:][ \t]*(.+)$/.exec(line) ?? [];
      const bare = value
        .trim()
        .replace(/[,;]$/, '')
        .replace(/^(["'`])(.*)\1$/, '$2');
      return bare === '' ? [] : [{ at: [name], value: { text: bare } }];
    });
}

function yamlLeaves(text: string): Leaf[] {
  if (!isPlainYaml(text)) {
    return [];
  }
  try {
    const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    const values = Array.isArray(documents)
      ? documents.map((each) => each.toJS({ maxAliasCount: MAX_ALIASES }) as unknown)
      : [];
    const [only] = values;
    return leavesOf(values.length === 1 ? only : values).filter(({ at }) => at.length > 0);
  } catch {
    return [];
  }
}
