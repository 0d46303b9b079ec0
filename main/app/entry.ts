// What the executable starts: the window, or a command without it.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { type WithoutWindow, withoutWindow } from '../../shared/without-window.ts';
import { defaultDataFolder } from '../composition/data-folder.ts';
import { createLoader } from '../start/load.ts';

// A checkout is named before its arguments.
const asked = withoutWindow(process.argv.slice(app.isPackaged ? 1 : 2));
if (asked === null) {
  createLoader(import.meta.dirname)(path.join(import.meta.dirname, 'main.cjs'));
} else {
  run(asked);
}

/** It ends by itself, with its own exit code. */
function run({ program, args }: WithoutWindow): void {
  // The engine wants a folder of its own, though nothing of a command lies there; that of the window may be in use.
  const engineFolder = path.join(defaultDataFolder('product'), 'engine');
  mkdirSync(engineFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', engineFolder);
  // The engine takes every signal for itself and makes it a wish to quit.
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (!process.emit('SIGINT')) {
      process.exit(130);
    }
  });
  // Node.js tells of what it calls experimental; that is nothing for an officer.
  process.removeAllListeners('warning');
  const file = path.join(import.meta.dirname, program);
  process.argv = [process.execPath, file, ...args];
  createLoader(import.meta.dirname)(file);
}
