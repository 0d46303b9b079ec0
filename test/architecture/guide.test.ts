// The guide tells officers what to press and what to type. Here it is held to the program: every command line is read by the
// real parser, every name of a button stands in the window's sources, and every page can be reached.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../main/cli/output.ts';
import { createProgram } from '../../main/cli/program.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const GUIDE = path.join(ROOT, 'docs/guide');
const PAGES = readdirSync(GUIDE).filter((name) => name.endsWith('.md'));

const read = (file: string): string => readFileSync(file, 'utf8');
const textOf = (page: string): string => read(path.join(GUIDE, page));

/** What stands between fences, with continued lines joined, and what a sentence quotes. */
function commandLines(text: string): string[] {
  const blocks = [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].map(([, block = '']) => block);
  const fenced = blocks.flatMap((block) =>
    block
      .replaceAll(/\\\n\s*/g, ' ')
      .split('\n')
      .flatMap((line) => /\bcustodian .*/.exec(line)?.[0] ?? []),
  );
  return [...fenced, ...[...text.matchAll(/`(custodian [^`]+)`/g)].map(([, line = '']) => line)];
}

/** The words of one command as a shell would give them, up to what belongs to another program. */
function wordsOf(line: string): string[] {
  const [own = ''] = line.split(/\s(?:[|<>]|&&|#)\s?/);
  return [...own.matchAll(/"([^"]*)"|(\S+)/g)].slice(1).map(([, quoted, plain]) => quoted ?? plain ?? '');
}

function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}

/** `null`, or what the command line would say of a command, an option or an operand that it does not know. */
async function problemOf(line: string): Promise<string | null> {
  const console = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    runtime: 'a test',
    program: 'a test',
  };
  const words = wordsOf(line);
  const program = await createProgram({ console, output: createOutput(console, false) }, words);
  let reached = false;
  for (const leaf of leaves(program)) {
    leaf.action(() => {
      reached = true;
    });
  }
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    return `${line}: ${String(error)}`;
  }
  return reached ? null : `${line}: reaches no command`;
}

/** Every word that the window can show, and each template as a pattern. */
function windowWords(): { text: string; patterns: RegExp[] } {
  const sources = ['renderer', 'shared', 'main/app'].flatMap((room) =>
    readdirSync(path.join(ROOT, room), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|html)$/.test(entry.name))
      .map((entry) => read(path.join(entry.parentPath, entry.name))),
  );
  const text = sources.join('\n').replaceAll(/\s+/g, ' ').replaceAll('&', '');
  const templates = [...text.matchAll(/`([^`]*\$\{[^`]*)`/g)].map(([, template = '']) => template);
  const patterns = templates
    .map((template) => template.replaceAll(/[.*+?^()|[\]\\]/g, String.raw`\$&`).replaceAll(/\$\{[^}]*\}/g, '.+'))
    .filter((pattern) => /\p{L}{3,} /u.test(pattern))
    .flatMap((pattern) => {
      try {
        return [new RegExp(`^${pattern}$`)];
      } catch {
        return [];
      }
    });
  return { text, patterns };
}

describe('the guide', () => {
  it.each(PAGES)('%s: every command line is one that the program takes', async (page) => {
    const problems = await Promise.all(commandLines(textOf(page)).map(problemOf));
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
  });

  it.each(PAGES)('%s: what is in bold stands in the window', (page) => {
    const { text, patterns } = windowWords();
    const labels = [...textOf(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) =>
      label.replaceAll(/\s+/g, ' '),
    );
    const unknown = labels.filter((label) => !text.includes(label) && !patterns.some((known) => known.test(label)));
    expect(unknown).toEqual([]);
  });

  it('is reachable from its first page', () => {
    const linked = new Set([...textOf('index.md').matchAll(/\]\(([a-z-]+\.md)/g)].map(([, link = '']) => link));
    expect(PAGES.filter((page) => page !== 'index.md' && !linked.has(page))).toEqual([]);
  });
});
