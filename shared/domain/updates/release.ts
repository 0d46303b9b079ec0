// What a signed release document says, and what may be made of it. That it is signed was seen before any of this is looked at
// (main/acts/updates/signed-text.ts).
import { z } from 'zod';
import { hashSchema, instantSchema } from '../../fields.ts';
import type { UpdateProblem } from '../../problems/update.ts';
import type { Instant } from '../timing/instant.ts';
import { plusSeconds } from '../timing/instants.ts';

/** Beside the packages it lies by this name, and so it is fetched. */
export const RELEASE_FILE = 'key-custodian.release';

/** A page of news and a row for each package stay far below. */
export const MAX_RELEASE_BYTES = 64 * 1024;

/** By so much the clock of whoever signed may be ahead of this one. */
const CLOCKS_DIFFER_SECONDS = 3600;

/** Without what Semantic Versioning allows before a release: a pre-release comes to nobody by this way. */
const VERSION = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;

/** Nothing that a shell, a path or a terminal reads anything into. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._+~-]{0,120}$/;

const packageSchema = z.strictObject({
  file: z.string().regex(FILE_NAME),
  bytes: z.int().positive().max(2_000_000_000),
  sha256: hashSchema,
});

export const releaseSchema = z.strictObject({
  format: z.literal('key-custodian/release-1'),
  channel: z.string().regex(/^[a-z]{1,20}$/),
  version: z.string().regex(VERSION),
  issued: instantSchema,
  expires: instantSchema,
  /** Plain text, a line each. */
  news: z.array(z.string().min(1).max(500)).max(200),
  packages: z.array(packageSchema).min(1).max(50),
});

export type Release = z.output<typeof releaseSchema>;
export type ReleasePackage = z.output<typeof packageSchema>;

/** What was built in: whose signatures count, and what this program is. */
export interface PinnedRelease {
  /** Public keys as signify writes them: those of now, and of the next releases. */
  keys: readonly string[];
  channel: string;
  /** Where the newest document is. */
  address: string;
  /** The version of this program. */
  installed: string;
}

export interface ReleaseView extends Omit<Release, 'format'> {
  installed: string;
  standing: 'newer' | 'same' | 'older';
}

/** A package that is the one which the document names. */
export interface VerifiedPackage {
  release: ReleaseView;
  package: ReleasePackage;
  /** What installs it, to be typed by the officer; `null`: it is opened. */
  command: string | null;
}

/** `newest`: when the newest document was issued that was accepted here before. */
export function releaseProblem(
  { channel, issued, expires }: Release,
  { wanted, now, newest }: { wanted: string; now: Instant; newest: Instant | null },
): UpdateProblem | null {
  if (channel !== wanted) {
    return { code: 'other-channel', channel, wanted };
  }
  if (issued > plusSeconds(now, CLOCKS_DIFFER_SECONDS)) {
    return { code: 'issued-later', at: issued };
  }
  if (expires <= now || expires <= issued) {
    return { code: 'expired', at: expires };
  }
  return newest !== null && issued < newest ? { code: 'replayed', issued, newest } : null;
}

export function standingOf(version: string, installed: string): ReleaseView['standing'] {
  const [theirs, ours] = [numbersIn(version), numbersIn(installed)];
  const differing = theirs.map((number, at) => number - (ours[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return differing === 0 ? 'same' : differing > 0 ? 'newer' : 'older';
}

const numbersIn = (version: string): number[] => (VERSION.exec(version) ?? []).slice(1).map(Number);

/** The name goes into it as it is: no other than these letters can be in one. */
export function installCommand(file: string): string | null {
  const [, ending = ''] = /\.(deb|rpm)$/.exec(file) ?? [];
  return { deb: `sudo apt install ./${file}`, rpm: `sudo dnf install ./${file}` }[ending] ?? null;
}
