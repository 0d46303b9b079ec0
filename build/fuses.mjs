// The fuses of an Electron executable: what the product ships with, and the two that a test copy needs different.
// A fuse is a byte in the executable that switches a capability for good; see electronjs.org/docs/latest/tutorial/fuses.
import { SetUpError } from './run.mjs';

/**
 * Every fuse stated, so that none is left to a default that may change. On Linux the integrity fuse has no effect.
 * `WasmTrapHandlers` (the ninth, from Electron 40 on) stays as it is built: on.
 * @type {Readonly<Record<string, boolean>>}
 */
export const shippedFuses = {
  RunAsNode: false, // SECURITY: the app must not be usable as an interpreter for foreign scripts
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false, // SECURITY: no code through NODE_OPTIONS
  EnableNodeCliInspectArguments: false, // SECURITY: no debugger attached from the command line
  EnableEmbeddedAsarIntegrityValidation: true, // SECURITY: a changed app.asar does not start (macOS, Windows)
  OnlyLoadAppFromAsar: true, // SECURITY: no app folder slipped in beside the archive
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false, // SECURITY: pages come from app://, so file:// needs no privileges
};

/** Playwright attaches through the inspector; the runtime from the registry was built with a snapshot of its own. */
export const testFuses = { EnableNodeCliInspectArguments: true, LoadBrowserProcessSpecificV8Snapshot: false };

const wasmTrapHandlers = 8;
/** How a fuse is written in the executable: the digits 1 and 0 as characters. */
const [enabled, disabled] = [0x31, 0x30];

/**
 * @param {string} executable the Electron executable, or the .app folder on macOS
 * @param {Readonly<Record<string, boolean>>} wanted by FuseV1Options name
 */
export async function flipFuses(executable, wanted) {
  const fuses = await import('@electron/fuses');
  const byNumber = Object.fromEntries(Object.entries(wanted).map(([name, on]) => [numberOf(fuses, name), on]));
  await fuses.flipFuses(executable, {
    version: fuses.FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    ...byNumber,
  });
}

/**
 * Reads the fuses back from the file and compares every one. A fuse this list does not know is an error: decide on it first.
 * @param {string} executable
 * @param {Readonly<Record<string, boolean>>} wanted
 * @returns {Promise<number>} how many were found as wanted
 */
export async function verifyFuses(executable, wanted) {
  const fuses = await import('@electron/fuses');
  const found = /** @type {Record<string, unknown>} */ ({ ...(await fuses.getCurrentFuseWire(executable)) });
  const expected = new Map(Object.entries(wanted).map(([name, on]) => [numberOf(fuses, name), on]));
  expected.set(wasmTrapHandlers, true);
  let agreed = 0;
  for (const [key, state] of Object.entries(found)) {
    if (!/^\d+$/.test(key)) continue;
    const name = fuses.FuseV1Options[Number(key)] ?? `number ${key}`;
    const on = expected.get(Number(key));
    if (on === undefined)
      throw new SetUpError(`This Electron has a fuse that build/fuses.mjs does not state: ${name}.`);
    if (state !== (on ? enabled : disabled)) {
      throw new SetUpError(`The fuse ${name} should be ${on ? 'on' : 'off'} in ${executable}.`);
    }
    agreed += 1;
  }
  if (agreed < Object.keys(wanted).length) throw new SetUpError(`Only ${agreed} fuses found in ${executable}.`);
  return agreed;
}

/** @param {typeof import('@electron/fuses')} fuses @param {string} name @returns {number} */
function numberOf(fuses, name) {
  const numbers = /** @type {Record<string, unknown>} */ ({ ...fuses.FuseV1Options });
  const number = numbers[name];
  if (typeof number !== 'number') throw new Error(`No such fuse: ${name}`);
  return number;
}
