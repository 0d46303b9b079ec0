// Disks for one test: an exFAT stick on a loop device, and small memory disks that can be filled. They need root; whatever
// happens, nothing stays mounted when the test file ends.
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freeze } from './frozen.ts';
import { hasCommand } from '../../build/system-packages.mjs';

export const isRoot = process.getuid?.() === 0;

/** Why there is no exFAT stick on this machine; `null` when there can be one. */
export const noExfat: string | null = !isRoot
  ? 'root, who alone can mount a disk'
  : !['mkfs.exfat', 'mount.exfat-fuse', 'losetup'].every(hasCommand) || !existsSync('/dev/fuse')
    ? 'exfatprogs, exfat-fuse and losetup'
    : null;

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

interface Disk {
  /** Where it is mounted. */
  folder: string;
  remove(): void;
}

export interface Stick extends Disk {
  /** The disk stops answering, as a share whose server is gone. */
  freeze(): void;
  thaw(): void;
  /** It is gone from one moment to the next. */
  pullOut(): void;
}

/** An exFAT file system of 64 MB: no hard links, no modes, no capital letters. */
export function makeStick(): Stick {
  const home = mkdtempSync(path.join(tmpdir(), 'stick-'));
  const image = path.join(home, 'image');
  const folder = path.join(home, 'stick');
  mkdirSync(folder);
  const file = openSync(image, 'w');
  ftruncateSync(file, 64 * 1024 * 1024);
  closeSync(file);
  run('mkfs.exfat', image);
  const device = run('losetup', '-f', '--show', image);
  try {
    // Its driver is a program, which stays in the background and would hold our pipes.
    execFileSync('mount.exfat-fuse', [device, folder], { stdio: 'ignore' });
  } catch (error) {
    run('losetup', '-d', device);
    throw error;
  }
  const driver = driverOf(device);
  let gone = false;
  return {
    folder,
    freeze: () => freeze(driver),
    thaw: () => process.kill(driver, 'SIGCONT'),
    pullOut: () => {
      gone ||= process.kill(driver, 'SIGKILL');
    },
    remove() {
      if (!gone) {
        process.kill(driver, 'SIGCONT');
      }
      // At once, also when a test that failed holds a file open in it.
      run('umount', '-l', folder);
      run('losetup', '-d', device);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A memory disk of this size. */
export function makeSmallDisk(bytes: number): Disk & { makeReadOnly(): void; makeWritable(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'key-custodian-test', folder);
  return {
    folder,
    makeReadOnly: () => void run('mount', '-o', 'remount,ro', folder),
    makeWritable: () => void run('mount', '-o', 'remount,rw', folder),
    remove() {
      run('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The process that serves the device. */
function driverOf(device: string): number {
  const found = readdirSync('/proc').find(
    (pid) => /^\d+$/.test(pid) && commandOf(pid).includes(`exfat-fuse\0${device}\0`),
  );
  if (found === undefined) {
    throw new Error(`no driver of ${device}`);
  }
  return Number(found);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
