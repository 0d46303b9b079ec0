// The window as it is shipped, in what it hears from outside: a copy of the runtime with the product's fuses. Only the two by
// which a driver attaches, and by which the runtime of the tests was built, stay as they are (build/fuses.mjs).
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronRuntime } from '../../build/electron-runtime.mjs';
import { flipFuses, shippedFuses, testFuses } from '../../build/fuses.mjs';

export interface ShippedRuntime {
  executable: string;
  remove(): void;
}

/** Fuses that are about the archive, which a checkout has none of. */
const ABOUT_THE_ARCHIVE = { OnlyLoadAppFromAsar: false, EnableEmbeddedAsarIntegrityValidation: false };

export async function shippedRuntime(): Promise<ShippedRuntime> {
  const { executable } = await electronRuntime();
  const folder = mkdtempSync(path.join(tmpdir(), 'shipped-'));
  cpSync(path.dirname(executable), folder, { recursive: true });
  // The window runs as an ordinary user, who did not make this copy.
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  const copy = path.join(folder, path.basename(executable));
  await flipFuses(copy, { ...shippedFuses, ...testFuses, ...ABOUT_THE_ARCHIVE });
  return { executable: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
