// Files that are none, and disks that are not as a file system should be: pipes, devices, sticks without hard links and
// modes, full and silent disks, writers that were killed. Nothing hangs, nothing is overwritten, nothing half is left.
import { execFileSync, fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readLimited } from '../../main/files/read-file.ts';
import { readLines } from '../../main/files/read-lines.ts';
import { saveFile } from '../../main/files/save-file.ts';
import { saveFolder } from '../../main/files/save-folder.ts';
import { saveZip } from '../../main/files/save-zip.ts';
import { bundleFixture } from '../support/bundle-fixture.ts';
import { runCustodian } from '../support/command-line.ts';
import { isRoot, makeSmallDisk, makeStick, noExfat, type Stick } from '../support/disks.ts';
import { folderForEach } from '../support/folder.ts';
import { needs } from '../support/needs.ts';
import { isWindows, LINKS } from '../support/this-system.ts';

const at = folderForEach();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const UUID = '01234567-89ab-4cde-8f01-23456789abcd';

async function allLines(file: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(file)) {
    lines.push(line);
  }
  return lines;
}

describe('what is no file', needs(!isWindows, 'files of Unix'), () => {
  const notRegular = (file: string, kind: string) => ({ code: 'FILE_NOT_REGULAR', facts: { file, kind } });

  it('a pipe is refused at once, and many of them do not stop anything else', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync(at('pipe'), at('link'));
    writeFileSync(at('key'), 'x');
    const pipes = Array.from({ length: 12 }, (_, index) => readLimited(at(index % 2 === 0 ? 'pipe' : 'link'), 100));
    const settled = await Promise.allSettled([...pipes, allLines(at('pipe'))]);
    expect(settled.map(({ status }) => status)).toEqual(settled.map(() => 'rejected'));
    await expect(readLimited(at('pipe'), 100)).rejects.toMatchObject(notRegular('pipe', 'pipe'));
    expect(await readLimited(at('key'), 100)).toEqual(bytes('x'));
  });

  it('a socket, a device and a folder', async () => {
    const server = createServer().listen(at('socket'));
    await once(server, 'listening');
    await expect(readLimited(at('socket'), 100)).rejects.toMatchObject(notRegular('socket', 'socket'));
    server.close();
    for (const device of ['zero', 'null', 'random', 'tty']) {
      await expect(readLimited(`/dev/${device}`, 100)).rejects.toMatchObject(notRegular(device, 'device'));
    }
    await expect(readLimited(at(), 100)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(allLines('/dev/zero')).rejects.toMatchObject(notRegular('zero', 'device'));
  });

  it('what the kernel shows as files', needs(process.platform === 'linux', 'Linux'), async () => {
    const kernel = 'system-file';
    for (const file of ['/proc/kmsg', '/proc/self/environ', '/proc/self/mem', '/sys/kernel/mm/ksm/run']) {
      if (existsSync(file)) {
        await expect(readLimited(file, 100)).rejects.toMatchObject(notRegular(path.basename(file), kernel));
      }
    }
    await expect(allLines('/proc/self/maps')).rejects.toMatchObject(notRegular('maps', kernel));
  });

  it.each([
    ['inspect', ['inspect', 'FILE']],
    ['key import', ['key', 'import', 'Acme', '--file', 'FILE']],
    ['audit verify', ['audit', 'verify', 'FILE']],
    ['key certificate', ['key', 'certificate', 'Acme', 'k'.repeat(43), '--file', 'FILE']],
    ['publish receipt', ['publish', 'receipt', 'Acme', 'FILE']],
  ])('%s says so and ends', async (_name, args) => {
    execFileSync('mkfifo', [at('pipe')]);
    for (const file of [at('pipe'), '/dev/zero', '/proc/kmsg']) {
      const ran = await runCustodian(
        at('data'),
        args.map((arg) => (arg === 'FILE' ? file : arg)),
      );
      expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('FILE_NOT_REGULAR')]);
      expect(ran.stderr).toContain('only ordinary files are read');
    }
  });

  it('what a shell hands over: standard input by its name and by -, and a substituted process', async () => {
    writeFileSync(at('set.json'), '{"keys":[]}');
    const cli = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
    const inspect = async (line: string): Promise<[number | null, string]> => {
      const child = spawn('bash', ['-c', line.replace('custodian', `'${process.execPath}' '${cli}' --data-dir data`)], {
        cwd: at(),
      });
      let said = '';
      child.stdout.on('data', (part) => (said += String(part)));
      child.stderr.on('data', (part) => (said += String(part)));
      await once(child, 'close');
      return [child.exitCode, said];
    };
    expect(await inspect('cat set.json | custodian inspect -')).toEqual([0, expect.stringContaining('11 bytes')]);
    expect(await inspect('custodian inspect - < set.json')).toEqual([0, expect.stringContaining('11 bytes')]);
    expect(await inspect('custodian inspect /dev/stdin < set.json')).toEqual([0, expect.stringContaining('11 bytes')]);
    expect(await inspect('custodian inspect <(cat set.json)')).toEqual([1, expect.stringContaining('is a pipe')]);
    expect(await inspect('cat set.json | custodian inspect /dev/stdin')).toEqual([
      1,
      expect.stringContaining('takes -, pipe it into standard input'),
    ]);
  });
});

describe('a name from outside', () => {
  it('is shown with what it hides', needs(!isWindows, 'files of Unix'), async () => {
    await expect(readLimited(at('a\u001b[2J\u202e.pem'), 10)).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
      facts: { file: String.raw`a\u{1b}[2J\u{202e}.pem` },
    });
  });
});

describe('a writer that was killed', () => {
  it.each(['folder', 'zip'])('while it wrote a %s: the next one into that folder clears up', async (what) => {
    const program = await bundleFixture(path.join(import.meta.dirname, 'killed-writer.fixture.ts'));
    const child = fork(program, [what, at('out')], { stdio: 'ignore' });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readdirSync(at())).toEqual([expect.stringMatching(/^\.out\..+\.part$/)]);
    await saveFile(at('other.pem'), bytes('x'), { overwrite: false });
    expect(readdirSync(at())).toEqual(['other.pem']);
  });

  it(
    'what another process writes now, what is not ours, and what only looks like it stays',
    needs(!isWindows, LINKS),
    async () => {
      const old = new Date(Date.now() - 3 * 24 * 3600_000);
      const elsewhere = `.a.pem.ffffffff-4194303-${UUID}.part`;
      await saveFile(at('first.pem'), bytes('x'), { overwrite: false });
      const names = ['notes.part', '.a.part', `.a.pem.${UUID}`, `a.${UUID}.part`, elsewhere, `.new.${UUID}.part`];
      names.forEach((name) => writeFileSync(at(name), 'x'));
      symlinkSync(at(), at(`.link.${UUID}.part`));
      lutimesSync(at(`.link.${UUID}.part`), old, old);
      for (const name of names.filter((one) => one !== elsewhere && !one.startsWith('.new'))) {
        utimesSync(at(name), old, old);
      }
      const before = readdirSync(at());
      await saveFile(at('second.pem'), bytes('x'), { overwrite: false });
      expect(readdirSync(at())).toEqual([...before, 'second.pem'].toSorted());
      // Forgotten for days: of another machine, or of a version that did not say who writes.
      [elsewhere, `.new.${UUID}.part`].forEach((name) => utimesSync(at(name), old, old));
      await saveFile(at('third.pem'), bytes('x'), { overwrite: false });
      expect(readdirSync(at())).toEqual(
        [
          ...before.filter((name) => name !== elsewhere && !name.startsWith('.new')),
          'second.pem',
          'third.pem',
        ].toSorted(),
      );
    },
  );
});

describe('names', () => {
  it('of 255 bytes are written, longer ones are said to be too long', async () => {
    await saveFile(at('ä'.repeat(127)), bytes('x'), { overwrite: false });
    expect(readdirSync(at())).toEqual(['ä'.repeat(127)]);
    await expect(saveFile(at('x'.repeat(256)), bytes('x'), { overwrite: false })).rejects.toMatchObject({
      facts: { problem: { code: 'name-too-long' } },
    });
  });

  it('of a folder may not differ by capital letters alone, nor be devices of Windows', async () => {
    const names: [string[], string][] = [
      [['W.pem', 'w.pem'], 'FILE_NOT_WRITTEN'],
      [['con.pem'], 'INTERNAL'],
      [['a.'], 'INTERNAL'],
    ];
    for (const [files, code] of names) {
      const given = files.map((fileName) => ({ fileName, bytes: bytes('x') }));
      await expect(saveFolder(at('out'), given)).rejects.toMatchObject({ code });
      await expect(saveZip(at('out'), given, { overwrite: false, at: new Date('2026-01-02') })).rejects.toMatchObject({
        code,
      });
    }
    expect(readdirSync(at())).toEqual([]);
  });
});

describe('a disk that does not let', () => {
  it('a folder is never replaced by a file', async () => {
    mkdirSync(at('a.pem'));
    await expect(saveFile(at('a.pem'), bytes('x'), { overwrite: true })).rejects.toMatchObject({
      facts: { problem: { code: 'folder' } },
    });
    writeFileSync(at('file'), '');
    await expect(saveFile(at('file/a.pem'), bytes('x'), { overwrite: false })).rejects.toMatchObject({
      facts: { problem: { code: 'not-a-folder' } },
    });
    expect(readdirSync(at())).toEqual(['a.pem', 'file']);
  });

  it('full, and read-only: said, and nothing is left', needs(isRoot, 'root'), async () => {
    const disk = makeSmallDisk(256 * 1024);
    const on = (name: string): string => path.join(disk.folder, name);
    try {
      const large = new Uint8Array(1024 * 1024);
      const full = { code: 'FILE_NOT_WRITTEN', facts: { problem: { code: 'full' } } };
      const files = [{ fileName: 'large.pem', bytes: large }];
      await expect(saveFile(on('a.pem'), large, { overwrite: false })).rejects.toMatchObject(full);
      await expect(saveFolder(on('out'), files)).rejects.toMatchObject(full);
      expect(readdirSync(disk.folder)).toEqual([]);
      writeFileSync(on('old.pem'), 'old');
      await expect(saveFile(on('old.pem'), large, { overwrite: true })).rejects.toMatchObject(full);
      expect(readFileSync(on('old.pem'), 'utf8')).toBe('old');
      disk.makeReadOnly();
      await expect(saveFile(on('b.pem'), bytes('x'), { overwrite: false })).rejects.toMatchObject({
        facts: { problem: { code: 'read-only' } },
      });
      expect(readdirSync(disk.folder)).toEqual(['old.pem']);
    } finally {
      disk.remove();
    }
  });
});

describe('an exFAT stick', needs(noExfat === null, noExfat ?? ''), () => {
  let stick: Stick;
  const on = (name: string): string => path.join(stick.folder, name);
  beforeAll(() => {
    stick = makeStick();
  });
  afterAll(() => stick.remove());
  afterEach(() => {
    readdirSync(stick.folder).forEach((name) => rmSync(on(name), { recursive: true }));
  });

  it('takes a file, an archive and a folder', async () => {
    await saveFile(on('a.pem'), bytes('x'), { overwrite: false });
    await saveZip(on('all.zip'), [{ fileName: 'a.pem', bytes: bytes('x') }], { overwrite: false, at: new Date() });
    await saveFolder(on('all'), [{ fileName: 'a.pem', bytes: bytes('x') }]);
    expect(readdirSync(stick.folder).toSorted()).toEqual(['a.pem', 'all', 'all.zip']);
    expect(readFileSync(on('a.pem'), 'utf8')).toBe('x');
  });

  it('keeps what is there, also where only capital letters differ, and replaces it when a person agreed', async () => {
    writeFileSync(on('W.pem'), 'old');
    for (const name of ['W.pem', 'w.pem']) {
      await expect(saveFile(on(name), bytes('new'), { overwrite: false })).rejects.toMatchObject({
        code: 'FILE_EXISTS',
      });
    }
    expect(readFileSync(on('W.pem'), 'utf8')).toBe('old');
    await saveFile(on('W.pem'), bytes('new'), { overwrite: true });
    expect(readFileSync(on('W.pem'), 'utf8')).toBe('new');
    expect(readdirSync(stick.folder)).toEqual(['W.pem']);
  });

  it('of many writers of one name exactly one writes', async () => {
    const names = ['a.pem', 'A.pem'];
    const all = Array.from({ length: 20 }, (_, index) =>
      saveFile(on(names[index % 2] ?? ''), bytes(`writer ${index}`), { overwrite: false }),
    );
    const settled = await Promise.allSettled(all);
    const winners = settled.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(readdirSync(stick.folder)).toHaveLength(1);
    expect(readFileSync(on('a.pem'), 'utf8')).toBe(`writer ${winners[0] ?? -1}`);
    for (const outcome of settled) {
      expect(outcome.status === 'fulfilled' || outcome.reason).toMatchObject(
        outcome.status === 'fulfilled' ? {} : { code: 'FILE_EXISTS' },
      );
    }
  });

  it('the claim of a killed writer does not stand in the way', async () => {
    await saveFile(on('first.pem'), bytes('x'), { overwrite: false });
    const gone = spawn('true');
    await once(gone, 'exit');
    const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    writeFileSync(on(`.a.pem.${host}-${gone.pid ?? 0}-${UUID}.claim`), 'half');
    await saveFile(on('a.pem'), bytes('x'), { overwrite: false });
    expect(readdirSync(stick.folder).toSorted()).toEqual(['a.pem', 'first.pem']);
  });

  it('a name that it does not take is said to be that, not a missing folder', async () => {
    await expect(saveFile(on('a:b?.pem'), bytes('x'), { overwrite: false })).rejects.toMatchObject({
      code: 'FILE_NOT_WRITTEN',
      facts: { problem: { code: 'name-characters' } },
    });
    await expect(saveFile(on('none/a.pem'), bytes('x'), { overwrite: false })).rejects.toMatchObject({
      facts: { problem: { code: 'no-folder' } },
    });
  });

  it('tells that it keeps nobody out, where a disk with modes does', async () => {
    const mode = 0o600;
    expect(await saveFile(on('key.p12'), bytes('x'), { overwrite: false, mode })).toEqual({ openToOthers: true });
    expect(await saveFile(at('key.p12'), bytes('x'), { overwrite: false, mode })).toEqual({ openToOthers: false });
    expect(statSync(at('key.p12')).mode & 0o777).toBe(mode);
  });

  it('a disk that does not answer lets go of the caller, and the others go on', async () => {
    writeFileSync(on('slow.pem'), 'x');
    writeFileSync(at('key'), 'x');
    stick.freeze();
    try {
      const silent = Array.from({ length: 2 }, () => readLimited(on(`missing-${Math.random()}`), 10, 200));
      for (const outcome of await Promise.allSettled(silent)) {
        expect(outcome).toMatchObject({
          reason: { code: 'FILE_UNREADABLE', facts: { problem: { code: 'disk-silent' } } },
        });
      }
    } finally {
      stick.thaw();
    }
    await expect.poll(() => readLimited(at('key'), 10)).toEqual(bytes('x'));
    expect(await readLimited(on('slow.pem'), 10)).toEqual(bytes('x'));
  });
});
