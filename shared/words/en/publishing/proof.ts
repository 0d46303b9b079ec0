// The proof from outside, and its evidence.
import { phrase } from '../../phrase.ts';

export const proof = {
  title: '3. Prove',
  lead: 'Fetches the public key set over a fresh connection and verifies a probe token through it alone.',
  nothing: {
    title: 'There is nothing to prove.',
    advice: 'No ring has a current key. Rotate a ring to bring its next key into use.',
  },
  prove: 'Prove from outside',
  again: 'Prove again',
  waitThenProve: 'Wait for the caches, then prove',
  /** What can be cancelled. */
  theWait: 'the wait',
  working: 'Verifying a probe token',
  of: (kid: string) => `Proof for ${kid}`,
  proven: 'Proven',
  notProven: 'Not proven',
  notReached: 'Not reached.',
  outcome: { skipped: 'skipped', passed: 'passed', failed: 'failed' },
  facts: {
    address: 'Address',
    sha256: 'Key set SHA-256',
    sha256Copied: 'SHA-256 of the key set',
    nothingFetched: 'nothing was fetched',
    noCacheControl: 'none',
  },
  save: 'Save the evidence…',
  saved: <Sha256>(file: string, sha256: Sha256) => phrase`Saved ${file}, SHA-256 ${sha256}`,
};
