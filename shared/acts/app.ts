// The app itself: how it is and how the officer likes it, the clipboard, stopping what runs, asking what a file is.
import type { KeychainDetail } from '../problems/keychain.ts';
import { z } from 'zod';
import type { Edition, Preferences, SandboxStatus, VaultCondition } from '../app-info.ts';
import type { RegistryCondition } from '../domain/audit/registry-condition.ts';
import type { Conversion } from '../domain/exports/conversion.ts';
import { CONVERT_FORMATS } from '../domain/formats.ts';
import type { Comparison } from '../domain/reading/comparison.ts';
import type { FoundFile } from '../domain/reading/inspection.ts';
import type { ClockDifference } from '../domain/timing/key-clocks.ts';
import type { SealState } from '../domain/vault/seal-state.ts';
import { callNameSchema } from '../fields.ts';
import { LANGUAGE_CHOICES } from '../language.ts';
import { desk, dialog } from './act.ts';
import { noArgs } from './arguments.ts';

export interface AppStatus {
  version: string;
  /** e.g. `Electron 45.4.1` */
  runtime: string;
  /** Where registry and sandbox are kept. */
  dataFolder: string;
  edition: Edition;
  /** Whose data they are: a checkout may have been told to open those of the installed product. */
  custodyOf: Edition;
  /** Where a checkout kept its data before it had a folder of its own, if there are any. */
  formerFolder: string | null;
  vault: { condition: VaultCondition; detail: KeychainDetail };
  /** Whether there is a vault passphrase, and whether it was given. */
  seal: SealState;
  registry: RegistryCondition;
  sandbox: SandboxStatus;
  /** Where newer versions are asked for; `null`: this program has no key to know them by. */
  releases: string | null;
  auditHead: string;
  /** How the clock of the newest answer and this machine's differ, where that is more than a minute. */
  clock: ClockDifference | null;
}

const looks = {
  theme: z.enum(['auto', 'light', 'dark']),
  language: z.enum(LANGUAGE_CHOICES),
  watch: z.boolean(),
  remind: z.boolean(),
  firstSteps: z.boolean(),
  lockAfterMinutes: z
    .int()
    .min(0)
    .max(24 * 60),
};

export const preferencesSchema = z.strictObject({
  theme: looks.theme.default('auto'),
  language: looks.language.default('auto'),
  watch: looks.watch.default(true),
  remind: looks.remind.default(true),
  firstSteps: looks.firstSteps.default(true),
  lockAfterMinutes: looks.lockAfterMinutes.default(10),
  lookForReleases: z.boolean().default(false),
});

/** What is left out stays as it is. What a person allows beside the page is not among it. */
export const preferencesChangeSchema = z.strictObject(looks).partial();

/** A work of others, with the texts of its licence. */
export interface Notice {
  name: string;
  version: string;
  /** As SPDX writes it. */
  licence: string;
  texts: readonly string[];
}

/** What a file is, and what it is called; never where it lies. */
export interface InspectedUpload {
  fileName: string;
  found: FoundFile;
}

/** Two files side by side, by their names. */
export interface ComparedUploads {
  first: string;
  second: string;
  comparison: Comparison;
}

export const appActs = {
  'app.status': desk<AppStatus>()(noArgs),
  /** Shows the data folder in the file manager. */
  'app.openFolder': desk<null>()(noArgs),
  /** What others made and is in this program. */
  'app.notices': desk<readonly Notice[]>()(noArgs),
  'preferences.read': desk<Preferences>()(noArgs),
  'preferences.write': desk<null>()(preferencesChangeSchema),
  /** Copies public text, and clears the clipboard after a minute if it still holds that. The longest is a set of ten keys. */
  'clipboard.copy': desk<null>()(z.strictObject({ text: z.string().min(1).max(1_000_000) })),
  /** Asks the work that runs on a channel to stop at the next place where nothing is half done. */
  'work.cancel': desk<null>()(z.strictObject({ call: callNameSchema })),
  /** `null` when the officer closed the file dialog. */
  'file.inspect': dialog<InspectedUpload | null>()(noArgs),
  /** Which file it was is known to the main process; the page names none. */
  'file.inspectDropped': desk<InspectedUpload>()(noArgs),
  'file.inspectPasted': desk<InspectedUpload>()(noArgs),
  /** The file inspected last, opened with a passphrase that the main process asks for. `null` when that was closed. */
  'file.inspectOpened': dialog<InspectedUpload | null>()(noArgs),
  /** The file inspected last beside another one of the officer's choice. `null` when a dialog was closed. */
  'file.compare': dialog<ComparedUploads | null>()(noArgs),
  /** A public key of the file inspected last, saved in another format. `null` when a dialog was closed. */
  'file.convert': dialog<Conversion | null>()(z.strictObject({ format: z.enum(CONVERT_FORMATS) })),
};
