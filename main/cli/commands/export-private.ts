// custodian export with a format that carries the private key: a clear yes, a recipient by name, and either a passphrase
// from standard input or the recipient's public key.
import path from 'node:path';
import { z } from 'zod';
import { FLAVOUR_WORDS } from '../../../shared/words/en/credentials.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { handOverSchema } from '../../../shared/domain/exports/hand-over.ts';
import { KEY_STATES } from '../../../shared/domain/limits.ts';
import { readLimited } from '../../files/read-file.ts';
import { saveFile } from '../../files/save-file.ts';
import { refuseExisting } from '../../files/put-in-place.ts';
import { parsed } from '../arguments.ts';
import { readPassphrase } from '../key-file.ts';
import type { Context } from '../context.ts';
import { handOverLines } from './hand-over.ts';

export interface HandOverOptions {
  flavour?: string;
  to?: string;
  passphraseStdin?: boolean;
  recipient?: string;
  yes?: boolean;
}

interface Wanted extends HandOverOptions {
  out: string;
  kid?: string;
  state: string;
  ring?: string;
}

const stateSchema = z.strictObject({ state: z.enum(KEY_STATES) });

/** A public JWK, an age recipient or an SSH public key is far shorter. */
const MAX_RECIPIENT_BYTES = 64 * 1024;

/** Shorter ones are guessed; a person may have to use one all the same, because a system takes no longer. */
const SHORT_PASSPHRASE_BYTES = 12;

export async function runHandOver(
  { output, console, withCustodian }: Context,
  { tenant, format }: { tenant: string; format: string },
  { out, kid, state, ring, flavour, to, passphraseStdin = false, recipient, yes }: Wanted,
): Promise<void> {
  if (to === undefined) {
    throw new CustodianError('USAGE', {
      problem: { code: 'to-whom' },
    });
  }
  if (passphraseStdin === (recipient !== undefined)) {
    throw new CustodianError('USAGE', {
      problem: { code: 'protection' },
    });
  }
  const wanted = parsed(stateSchema, { state });
  // Checked before anything is asked or made, with the key to be chosen later.
  const terms = parsed(handOverSchema, { tenant, kid: kid ?? 'later', format, flavour, to });
  if (yes !== true) {
    throw new CustodianError('CONFIRMATION_REQUIRED', { action: { code: 'handing-over', tenant, to } });
  }
  const target = path.resolve(out);
  await refuseExisting(target);
  const protection = {
    passphrase: passphraseStdin ? await readPassphrase(console.stdin) : null,
    recipient: recipient === undefined ? null : await readLimited(recipient, MAX_RECIPIENT_BYTES),
  };
  if (protection.passphrase !== null && protection.passphrase.length < SHORT_PASSPHRASE_BYTES) {
    output.remark(
      'The passphrase is short: whoever gets the file can guess it. Take a longer one if the recipient can.',
    );
  }
  if (terms.format === 'p12' && terms.flavour === 'compatible') {
    output.remark(`Written as ${FLAVOUR_WORDS.compatible.name}.`);
  }
  const entry = await withCustodian((custodian) => {
    const chosen = kid ?? custodian.kidInState({ tenant, ring, state: wanted.state });
    return custodian.handOver({ ...terms, kid: chosen }, protection, async (bytes) => {
      const { openToOthers } = await saveFile(target, bytes, { overwrite: false, mode: 0o600 });
      if (openToOthers) {
        output.remark(
          'Other users of this machine may read that file: its disk keeps no permissions, as most sticks do not. ' +
            'Its protection alone keeps the key.',
        );
      }
    });
  });
  output.result({ ...entry, fileName: path.basename(target) }, ({ fileName }) => [
    `${fileName}: SHA-256 ${entry.sha256}`,
    ...handOverLines([entry]),
  ]);
}
