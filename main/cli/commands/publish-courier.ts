// custodian publish courier show | push: on a machine with a network that knows no tenant, somebody else's bundle is looked
// at, and pushed once where exactly the expected set is found.
import path from 'node:path';
import { Command } from 'commander';
import { fingerprintSchema } from '../../../shared/domain/offline/courier.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { MAX_IMPORT_BYTES } from '../../../shared/domain/limits.ts';
import { openBundleAlone } from '../../composition/bundle-alone.ts';
import { fromFile } from '../../acts/offline/courier-parts.ts';
import { type CourierOrder, courierCredentialSchema } from '../../acts/offline/courier.ts';
import { readLimited } from '../../files/read-file.ts';
import { saveFile } from '../../files/save-file.ts';
import { parsed } from '../arguments.ts';
import { carriedLines, openedLines } from '../../../shared/words/en/command-line/courier.ts';
import { credentialFormOf, type CredentialOptions, credentialParts, credentialSecrets } from '../credential-options.ts';
import { EXIT } from '../exit-codes.ts';
import { interruptible } from '../interruptible.ts';
import { type Console, remarkOnProgress } from '../output.ts';
import type { Context } from '../context.ts';

interface PushOptions extends CredentialOptions {
  ca?: string[];
  fingerprint: string;
  out: string;
}

export function publishCourierCommand({ output, console, withCustodian }: Context): Command {
  const command = new Command('courier').description('push somebody else’s bundle from a machine with a network');

  command
    .command('show')
    .argument('<file>', 'the bundle, or a text file with what its QR codes say')
    .description('check its signature and show what would be sent; needs neither registry nor network')
    .action(async (file: string) => {
      output.result(await openBundleAlone(await bundleIn(file)), openedLines);
    });

  command
    .command('push')
    .argument('<file>', 'the bundle, or a text file with what its QR codes say')
    .description('push it once, unless something else is there than it expects, and write a signed receipt')
    .requiredOption('--fingerprint <hex>', 'the device that made it, as it shows itself at home')
    .requiredOption('--out <path>', 'where the receipt goes; an existing file is never overwritten')
    .option('--token-stdin', 'read a bearer token from standard input')
    .option('--client-id <id>', 'the application that is registered for us (auth0)')
    .option('--secret-stdin', 'read its secret, or the password of --basic, from standard input')
    .option('--basic <user>', 'user and password (jwks)')
    .option('--client-certificate <file>', 'TLS client certificate in PEM, with its chain (jwks)')
    .option('--key-file <file>', 'its private key in PEM')
    .option('--ca <files...>', 'trust the authorities in these files for this one push')
    .action(async (file: string, { fingerprint, out, ca = [], ...options }: PushOptions) => {
      const order = { text: await bundleIn(file), fingerprint: parsed(fingerprintSchema, fingerprint) };
      const credential = await credentialFrom(options, console);
      const authorities = await Promise.all(ca.map((each) => readLimited(each, MAX_IMPORT_BYTES)));
      const carried = await withCustodian(
        async (custodian) => {
          const done = await interruptible(output, (stop) =>
            custodian.carryBundle({ ...order, credential }, { ...stop, progress: remarkOnProgress(output) }),
          );
          // When this fails, the same command writes the same receipt again and sends nothing.
          await saveFile(path.resolve(out), Buffer.from(`${done.receipt}\n`, 'utf8'), { overwrite: false });
          return done.carried;
        },
        { authorities },
      );
      output.result({ ...carried, receipt: path.basename(out) }, carriedLines);
      output.exitCode = {
        pushed: EXIT.ok,
        'already-there': EXIT.ok,
        refused: EXIT.refused,
        'not-confirmed': EXIT.remote,
      }[carried.outcome];
    });

  return command;
}

const bundleIn = async (file: string): Promise<string> =>
  fromFile(Buffer.from(await readLimited(file, MAX_IMPORT_BYTES)).toString('utf8'));

/** `null` when none is given: a sandbox tenant needs none. */
async function credentialFrom(options: CredentialOptions, console: Console): Promise<CourierOrder['credential']> {
  if (Object.keys(options).length === 0) {
    return null;
  }
  const form = credentialFormOf({ ...options });
  if (form === null) {
    throw new CustodianError('USAGE', {
      problem: { code: 'credentials-of-courier' },
    });
  }
  const order = parsed(courierCredentialSchema, credentialParts(form, options));
  return { order, secrets: await credentialSecrets(options, console) };
}
