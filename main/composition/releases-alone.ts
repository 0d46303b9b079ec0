// A release document, and a package beside it, as files of the officer's choice: without registry, keychain or network, so that
// it works where the registry is newer than this program, and on a machine that has no network.
import path from 'node:path';
import {
  MAX_RELEASE_BYTES,
  type PinnedRelease,
  RELEASE_FILE,
  type ReleaseView,
  type VerifiedPackage,
} from '../../shared/domain/updates/release.ts';
import { type GivenPackage, readRelease, verifyPackage } from '../acts/updates/releases.ts';
import { readChunks, sizeOf } from '../files/read-chunks.ts';
import { readLimited } from '../files/read-file.ts';
import { releaseMemory } from './releases.ts';
import { systemClock as clock } from './system.ts';

interface Where {
  /** The data folder, which remembers the newest document. */
  folder: string;
  pinned?: PinnedRelease | undefined;
}

/** Throws FILE_*, UPDATE_* codes. */
export async function releaseFileAlone({ folder, pinned }: Where, file: string): Promise<ReleaseView> {
  return readRelease({ releases: releaseMemory(folder, pinned), clock }, await readLimited(file, MAX_RELEASE_BYTES));
}

/** `document`: where it is not beside the package. Throws as above. */
export async function packageFileAlone(
  { folder, pinned }: Where,
  { file, document }: { file: string; document: string | null },
): Promise<VerifiedPackage> {
  const signed = await readLimited(document ?? documentBeside(file), MAX_RELEASE_BYTES);
  return verifyPackage({ releases: releaseMemory(folder, pinned), clock }, signed, givenPackage(file));
}

export const documentBeside = (file: string): string => path.join(path.dirname(file), RELEASE_FILE);

export const givenPackage = (file: string): GivenPackage => ({
  name: path.basename(file),
  size: () => sizeOf(file),
  chunks: () => readChunks(file),
});
