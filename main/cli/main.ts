// The command line: the same use cases as the window, without a display. One process, one command.
import { CustodianError } from '../../shared/errors.ts';
import { EXIT } from './exit-codes.ts';
import { wantsJson } from './output.ts';
import { runCommandLine } from './run.ts';
import { mindUnheard } from './unheard.ts';

async function main(): Promise<void> {
  // SECURITY: every connection states that certificates are checked (main/network); without the variable nothing is left that
  // could be told otherwise, and Node.js does not warn of what is not so.
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  const args = process.argv.slice(2);
  const written = mindUnheard(process, wantsJson(args), () => {
    process.exitCode ||= EXIT.refused;
  });
  const code = await runCommandLine(args, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    stalled: stalled(),
    program: import.meta.filename,
    runtime: `Node.js ${process.versions.node}`,
  });
  await written();
  // What is left behind and cannot be called back, such as a request for a token or a keychain that asks, holds up nobody.
  process.exit(code === EXIT.ok ? (process.exitCode ?? code) : code);
}

/** Node.js leaves a wait that nothing can end any more without a word, and with the exit code of success. */
function stalled(): Promise<never> {
  const told = new Promise<never>((_, reject) => {
    process.once('beforeExit', () => reject(new CustodianError('INTERNAL', { reference: 'a wait without end' })));
  });
  // Every command ends once, and then nobody listens.
  told.catch(() => undefined);
  return told;
}

void main();
