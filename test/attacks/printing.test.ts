// What reaches a terminal. Names, algorithms and words of a remote set, of files, of a registry that somebody edited and of
// the shell itself: none of it may steer the terminal, hide a line or add one.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { DatabaseSync } from '@photostructure/sqlite';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCommand } from '../../build/system-packages.mjs';
import { createOutput } from '../../main/cli/output.ts';
import { table } from '../../shared/encoding/table.ts';
import { previewLines, proofLines, publishedLines } from '../../shared/words/en/command-line/publication.ts';
import { runCommandLine } from '../../main/cli/run.ts';
import { openRegistry } from '../../main/registry/registry.ts';
import { CustodianError, toWireError } from '../../shared/errors.ts';
import type { PublicationPreview } from '../../shared/domain/published-set/publication.ts';
import { visible, visibleJson } from '../../shared/encoding/printable.ts';
import { sentenceFor } from '../../shared/words/en/errors.ts';
import { shownFacts } from '../../shared/shown-facts.ts';
import { type Ran, runCustodian } from '../support/command-line.ts';
import { folderForEach } from '../support/folder.ts';
import { startJwksServer } from '../support/jwks-server.ts';
import { AT, aTenant } from '../support/keys.ts';
import { needs } from '../support/needs.ts';

const folder = folderForEach();

/** Anything but line ends that a terminal or an eye takes for something else. */
const STEERS = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const HOSTILE = [
  '\u001b[2J',
  '\r\u001b[2K\u001b[1A\u001b[8m',
  '\u009b31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\u007f',
  '\n',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
  .map((parts) => parts.join(''));

function printed(json: boolean) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const output = createOutput({ stdout, stderr }, json);
  return { output, out: () => String(stdout.read() ?? ''), err: () => String(stderr.read() ?? '') };
}

const previewOf = (kid: string | null, kty: string, alg: string | null): PublicationPreview => ({
  hash: 'h',
  body: JSON.stringify({ keys: [{ kid, kty, alg }] }),
  kids: [],
  diff: [
    { kind: 'removed', kid, kty, alg, thumbprint: null, state: null },
    { kind: 'added', kid: 'ours', kty: 'RSA', alg: 'RS256', thumbprint: 't', state: 'next' },
  ],
  upToDate: false,
  jwksUrl: `https://x.example/${kty}`,
  act: 'push',
  findings: [{ severity: 'error', kid: kid ?? 'none', code: 'revoked-key' }],
  sinceLastPush: kid === null ? [] : [{ kid, change: 'appeared' }],
  places: { used: 1, planned: 1, limit: 10 },
  waits: kid === null ? [] : [{ kid, state: 'previous', isThere: true }],
  foreign:
    kid === null
      ? []
      : [{ name: kid, material: kty, isThere: true, decision: { kind: 'kept', reason: kty, at: 'then', by: kty } }],
  warnings: [],
  exposed: [],
});

describe('a remote set', () => {
  it('whatever it holds, prints lines that are ours, and JSON of the same meaning', () => {
    fc.assert(
      fc.property(fc.option(hostile), hostile, fc.option(hostile), (kid, kty, alg) => {
        const preview = previewOf(kid, kty, alg);
        const lines = previewLines('acme', preview);
        const keys = [
          {
            name: kid ?? kty,
            kty,
            alg,
            thumbprint: null,
            ours: null,
            kept: { name: kty, material: kty, reason: kty, at: 'then', by: kty },
            since: null,
            exposed: [],
          },
        ];
        const people = printed(false);
        people.output.result(preview, (found) => previewLines('acme', found));
        people.output.result(keys, (found) => publishedLines('acme', found));
        people.output.remark(`looking at ${kty}`);
        const out = people.out();
        expect(out).not.toMatch(STEERS);
        expect(out.split('\n')).toHaveLength(lines.length + 2 + 1);
        expect(people.err()).toMatch(/^looking at [^\n]*\n$/);
        const scripts = printed(true);
        scripts.output.result(preview, (found) => previewLines('acme', found));
        const json = scripts.out();
        expect(json).not.toMatch(STEERS);
        expect(JSON.parse(json)).toEqual(preview);
      }),
    );
  });

  it('whatever a proof meets', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const people = printed(false);
        const steps = [{ step: 'fetched' as const, ok: false, detail: words }];
        const proof = { ok: false, at: AT, jwksUrl: words, kid: words, jwksSha256: null, cacheControl: words, steps };
        people.output.result(proof, () =>
          proofLines({ ...proof, steps: steps.map((step) => ({ ...step, fact: { code: 'no-metadata' } })) }),
        );
        expect(people.out()).not.toMatch(STEERS);
      }),
    );
  });

  it('a very long kid leaves the table a table', () => {
    const rows = table([
      ['KEY', 'ALG'],
      ['k'.repeat(5000), 'RS256'],
      ['short', 'RS256'],
    ]);
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(300);
    expect(rows[2]?.length).toBeLessThan(120);
    expect(rows[1]).toContain('…');
  });

  it(
    'shows the row of a foreign key that tries to hide itself, in a real terminal',
    needs(hasCommand('tmux'), 'tmux'),
    async () => {
      const people = printed(false);
      people.output.result(previewOf('evil', 'RSA', '\r\u001b[2K\u001b[1A\u001b[8m'), (found) =>
        previewLines('acme', found),
      );
      writeFileSync(folder('printed'), people.out());
      const tmux = (...args: string[]): string =>
        execFileSync('tmux', ['-f', '/dev/null', '-S', folder('tmux'), ...args], { encoding: 'utf8' });
      tmux('new-session', '-d', '-x', '160', '-y', '40', `cat '${folder('printed')}'; echo the end; exec cat`);
      try {
        await expect.poll(() => tmux('capture-pane', '-p')).toContain('the end');
        const [first = ''] = tmux('capture-pane', '-p').split('\n');
        expect(first).toMatch(/^removed  evil +\\u\{d\}\\u\{1b\}\[2K\\u\{1b\}\[1A\\u\{1b\}\[8m +not ours/);
      } finally {
        tmux('kill-server');
      }
    },
  );
});

describe('a server with a hostile set, over the whole way', () => {
  it.each([[[]], [['--json']]])('reaches no terminal by any command %j', async (json) => {
    const server = await startJwksServer({ authorization: 'Bearer token-0123456789' });
    try {
      const { writeUrl, publicUrl } = server;
      const addresses = ['--api-base', writeUrl, '--jwks-url', publicUrl];
      const tenant = ['--name', 'Acme', '--domain', 'acme.example', '--endpoint', 'jwks'];
      const run = (args: readonly string[], stdin = ''): Promise<Ran> =>
        runCustodian(folder(), [...args, ...json], stdin);
      expect((await run(['tenant', 'add', ...tenant, ...addresses])).code).toBe(0);
      expect((await run(['tenant', 'credentials', 'Acme', '--token-stdin'], 'token-0123456789')).code).toBe(0);
      const n = 'k'.repeat(342);
      const keys = [
        { kty: 'RSA', alg: HOSTILE[1], kid: HOSTILE.join('a'), n, e: 'AQAB' },
        { kty: 'RSA', alg: 'RS256', kid: 'k'.repeat(20_000), n, e: 'AQAB' },
      ];
      server.put(JSON.stringify({ keys }));
      const commands = ['publish preview Acme', 'publish pull Acme', 'publish drift Acme', 'publish push Acme --yes'];
      for (const command of [...commands, 'publish verify Acme', 'audit show', 'doctor', 'tenant show Acme']) {
        const { stdout, stderr } = await run(command.split(' '));
        expect([command, stdout + stderr]).toEqual([command, expect.not.stringMatching(STEERS)]);
        expect(stdout + stderr).not.toBe('');
      }
      const { stdout } = await runCustodian(folder(), ['publish', 'pull', 'Acme']);
      expect(stdout).toContain(String.raw`\u{1b}[2J`);
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(1000);
    } finally {
      await server.close();
    }
  });
});

describe('an error', () => {
  it('of any words is one message that is ours', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const errors = [
          new CustodianError('USAGE', { problem: { code: 'parser', text: words } }),
          new CustodianError('FILE_UNREADABLE', { file: words, problem: { code: 'system', name: words } }),
          new CustodianError('PUBLISH_REVOKED_BACK', { tenant: words, kids: [words, words] }),
          new CustodianError('KEY_UNSUPPORTED', { kind: { code: 'named', name: words } }),
          new CustodianError('CLOCK_TOO_EARLY', {
            kid: words,
            action: 'rotating',
            at: null,
            why: 'consumers-unconfirmed',
            waitsFor: [words, words],
          }),
        ];
        for (const error of errors) {
          const people = printed(false);
          const wire = shownFacts(toWireError(error));
          people.output.error(wire, sentenceFor(wire));
          const said = people.err();
          expect(said).not.toMatch(STEERS);
          expect(said.split('\n')).toHaveLength(4);
        }
      }),
    );
  });

  it.each([
    ['an unknown command', ['\u001b[2Jtenant']],
    ['an unknown option', ['tenant', 'list', '--\u001b[2J\nDone.']],
    ['a name', ['tenant', 'show', 'A\u202ecme\u009b1m']],
    ['a file', ['inspect', '/nowhere/\u001b]0;title\u0007.pem']],
    ['a data folder', ['--data-dir', '/dev/null/\u001b[2J', 'tenant', 'list']],
  ])('repeats %s from the shell without obeying it', async (_what, args) => {
    for (const json of [[], ['--json']]) {
      const stdout = new PassThrough();
      const stderr = new PassThrough();
      const console = { stdin: new PassThrough(), stdout, stderr, runtime: 'a test', program: import.meta.filename };
      const data = args.includes('--data-dir') ? [] : ['--data-dir', folder()];
      expect(await runCommandLine([...data, ...args, ...json], console)).toBeGreaterThan(0);
      const said = String(stderr.read());
      expect(said).not.toMatch(STEERS);
      // What happened, what to do, the code; or one document.
      expect(said.trimEnd().split('\n')).toHaveLength(json.length === 0 ? 3 : 1);
      expect(stdout.read()).toBeNull();
    }
  });
});

describe('a registry that somebody edited', () => {
  it('prints its names for what they are', async () => {
    const clock = { now: () => new Date(AT) };
    const registry = openRegistry({ folder: folder(), holder: 'a test', waitMs: 0, clock, actor: 'officer' });
    registry.change({ action: 'test', subject: 'x', details: {} }, (writer) => writer.addTenant(aTenant));
    registry.close();
    const database = new DatabaseSync(folder('registry.db'));
    database.prepare('UPDATE tenants SET name = ?').run('Acme\u001b[8m\n\u202eadmin');
    database.close();
    for (const args of [['tenant', 'list'], ['tenant', 'list', '--json'], ['fleet', 'list'], ['doctor']]) {
      const stdout = new PassThrough();
      const stderr = new PassThrough();
      await runCommandLine(['--data-dir', folder(), ...args], {
        stdin: new PassThrough(),
        stdout,
        stderr,
        runtime: 'test',
        program: import.meta.filename,
      });
      const said = `${String(stdout.read() ?? '')}${String(stderr.read() ?? '')}`;
      expect(said).not.toMatch(STEERS);
      expect(said).not.toBe('');
    }
  });
});

describe('the one door', () => {
  it('is the only place of the command line that writes to a stream', () => {
    const sources = readdirSync(path.resolve(import.meta.dirname, '../../main/cli'), {
      recursive: true,
      encoding: 'utf8',
    });
    const writers = sources.filter(
      (file) =>
        file.endsWith('.ts') &&
        /(stdout|stderr|stream)\.write|console\.(log|error|warn)/.test(
          readFileSync(path.resolve(import.meta.dirname, '../../main/cli', file), 'utf8'),
        ),
    );
    expect(writers).toEqual(['output.ts']);
  });

  it('leaves ordinary words of every script as they are', () => {
    for (const words of ['Büro Süd', 'Дом 東京 हिन्दी', '🔑 key', 'a “quoted” – name…', 'naïve e\u0301']) {
      expect(visible(words)).toBe(words);
      expect(visibleJson(JSON.stringify(words))).toBe(JSON.stringify(words));
    }
  });
});
