// News of releases: what this program was built with, the one address, and a small file beside the registry that remembers the
// newest document. Losing that file loses the memory alone: a document expires by itself.
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import type { PinnedRelease } from '../../shared/domain/updates/release.ts';
import { CustodianError } from '../../shared/errors.ts';
import { instantSchema } from '../../shared/fields.ts';
import type { Network } from '../ports/network.ts';
import type { Releases } from '../ports/releases.ts';
import { boundedFetch } from '../tenant/bounded-fetch.ts';
import pinnedHere from './release.json' with { type: 'json' };

const PINNED: PinnedRelease = { ...pinnedHere, installed: packageJson.version };

const memorySchema = z.strictObject({ issued: instantSchema });

/** `folder`: the data folder. `pinned`: in place of what this program was built with. */
export function releaseMemory(folder: string, pinned: PinnedRelease = PINNED): Omit<Releases, 'fetch'> {
  const file = path.join(folder, 'newest-release.json');
  return {
    pinned,
    newest() {
      try {
        return statSync(file).isFile() ? memorySchema.parse(JSON.parse(readFileSync(file, 'utf8'))).issued : null;
      } catch {
        return null;
      }
    },
    remember(issued) {
      try {
        // A look at a file makes nobody a data folder.
        if (existsSync(folder)) {
          writeFileSync(`${file}.new`, `${JSON.stringify({ issued })}\n`, { mode: 0o600 });
          renameSync(`${file}.new`, file);
        }
      } catch {
        // A full disk must keep nobody from learning of a newer version.
      }
    },
  };
}

export const createReleases = (
  folder: string,
  network: Pick<Network, 'fetchAs'>,
  pinned: PinnedRelease = PINNED,
): Releases => ({
  ...releaseMemory(folder, pinned),
  async fetch(signal) {
    const { address } = pinned;
    const answer = await boundedFetch(network.fetchAs())(address, signal === undefined ? {} : { signal });
    if (answer.status !== 200) {
      throw new CustodianError('REMOTE_FAILED', { host: new URL(address).host, status: answer.status, detail: null });
    }
    return new Uint8Array(await answer.arrayBuffer());
  },
});
