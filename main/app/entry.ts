// What the executable starts: the window, or one command without it.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { createLoader } from '../start/load.ts';
import { commandFrom } from './command-mode.ts';

interface CommandLine {
  /** Settles when the command is through; its exit code is the process's. */
  ended: Promise<void>;
}

// A checkout is named before its arguments.
const command = commandFrom(process.argv.slice(app.isPackaged ? 1 : 2));
if (command === null) {
  createRequire(import.meta.filename)('./main.cjs');
} else {
  void runCommand(command);
}

async function runCommand(args: readonly string[]): Promise<void> {
  // The engine wants a folder of its own; that of the window may be in use, and a command leaves nothing behind.
  const engineFolder = mkdtempSync(path.join(tmpdir(), 'custodian-'));
  app.setPath('userData', engineFolder);
  const leave = (code: number): void => {
    rmSync(engineFolder, { recursive: true, force: true });
    app.exit(code);
  };
  // The engine takes every signal for itself and makes it a wish to quit.
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (!process.emit('SIGINT')) {
      leave(130);
    }
  });
  // Node.js tells of what it calls experimental; that is nothing for an officer.
  process.removeAllListeners('warning');
  const file = path.join(import.meta.dirname, 'command-line.cjs');
  process.argv = [process.execPath, file, ...args];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- main/cli/main.ts
  const { ended } = createLoader(import.meta.dirname)(file) as CommandLine;
  await ended;
  // What is still being written to a pipe gets out first.
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((out) => stream.write('', out))));
  leave(Number(process.exitCode ?? 0));
}
