// The command line: the same use cases as the window, without a display. One process, one command.
import { runCommandLine } from './run.ts';

async function main(): Promise<void> {
  // Set rather than exit: what is still being written to a pipe gets out first.
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    program: import.meta.filename,
    runtime: `Node.js ${process.versions.node}`,
  });
}

void main();
