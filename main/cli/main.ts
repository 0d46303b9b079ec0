// The command line: the same use cases as the window, without a display. One process, one command.
import { runCommandLine } from './run.ts';

async function main(): Promise<void> {
  // SECURITY: every connection states that certificates are checked (main/network); without the variable nothing is left that
  // could be told otherwise, and Node.js does not warn of what is not so.
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  // Set rather than exit: what is still being written to a pipe gets out first.
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    program: import.meta.filename,
    runtime: `Node.js ${process.versions.node}`,
  });
}

/** For the program that runs a command inside it (main/app/entry.ts). */
export const ended = main();
