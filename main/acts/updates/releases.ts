// Whether there is a newer version, and whether a package is that version, by the document that its publisher signed. Nothing is
// installed and nothing downloaded here: the officer does that, with what is said here before them.
import { createHash } from 'node:crypto';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import {
  installCommand,
  MAX_RELEASE_BYTES,
  type Release,
  type ReleaseView,
  releaseProblem,
  releaseSchema,
  standingOf,
  type VerifiedPackage,
} from '../../../shared/domain/updates/release.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Releases } from '../../ports/releases.ts';
import { looking } from '../bound.ts';
import { refused, signedText } from './signed-text.ts';

export interface Needed extends Pick<Ports, 'clock'> {
  releases: Omit<Releases, 'fetch'>;
}

/** A package that a person named. Nothing of it is read before the document holds. */
export interface GivenPackage {
  name: string;
  size(): Promise<number>;
  chunks(): AsyncIterable<Uint8Array>;
}

/** Where it would ask; `null` where no signature counts. */
export const pinnedRelease = looking(({ releases }): { address: string | null } => {
  const { keys, address } = releases.pinned;
  return { address: keys.length === 0 ? null : address };
});

/** Asks at the pinned address. Throws UPDATE_NO_KEY (and asks nobody), UPDATE_REFUSED and REMOTE_* codes. */
export const lookForRelease = looking(async (ports, signal?: AbortSignal): Promise<ReleaseView> => {
  if (ports.releases.pinned.keys.length === 0) {
    throw new CustodianError('UPDATE_NO_KEY', {});
  }
  return readRelease(ports, await ports.releases.fetch(signal));
});

/** What a signed document says. Throws UPDATE_NO_KEY and UPDATE_REFUSED. */
export function readRelease({ releases, clock }: Needed, signed: Uint8Array): ReleaseView {
  if (signed.length > MAX_RELEASE_BYTES) {
    throw refused({ code: 'too-large', most: MAX_RELEASE_BYTES });
  }
  const { pinned } = releases;
  const release = releaseIn(signedText(signed, pinned.keys));
  const problem = releaseProblem(release, {
    wanted: pinned.channel,
    now: clock.now().toISOString(),
    newest: releases.newest(),
  });
  if (problem !== null) {
    throw refused(problem);
  }
  releases.remember(release.issued);
  const { format: _format, ...said } = release;
  return { ...said, installed: pinned.installed, standing: standingOf(release.version, pinned.installed) };
}

/** Whether the package is the one that the document names, and newer than this program. Throws as `readRelease`. */
export async function verifyPackage(ports: Needed, signed: Uint8Array, given: GivenPackage): Promise<VerifiedPackage> {
  const release = readRelease(ports, signed);
  const { version, installed, standing, packages } = release;
  if (standing !== 'newer') {
    throw refused({ code: 'not-newer', version, installed });
  }
  const { name: file } = given;
  const named = packages.find((one) => one.file === file);
  if (named === undefined) {
    throw refused({ code: 'not-named', file });
  }
  const bytes = await given.size();
  if (bytes !== named.bytes) {
    throw refused({ code: 'other-size', file, bytes, named: named.bytes });
  }
  if ((await digestOf(given, named.bytes)) !== named.sha256) {
    throw refused({ code: 'other-content', file });
  }
  return { release, package: named, command: installCommand(file) };
}

export const releaseOf = looking(readRelease);
export const packageOf = looking(verifyPackage);

function releaseIn(text: Uint8Array): Release {
  try {
    return releaseSchema.parse(parseJson(new TextDecoder('utf-8', { fatal: true }).decode(text)));
  } catch {
    throw refused({ code: 'malformed' });
  }
}

/** A file that grew meanwhile is not read to its end. */
async function digestOf({ name, chunks }: GivenPackage, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of chunks()) {
    read += chunk.length;
    if (read > bytes) {
      throw refused({ code: 'other-size', file: name, bytes: read, named: bytes });
    }
    hash.update(chunk);
  }
  return hash.digest('hex');
}
