// The app itself: how it finds the keychain and the sandbox, and how its officer likes it.
import type { LanguageChoice } from './language.ts';

/** The installed product, or a checkout of its sources. Each has its own data and its own names in the keychain. */
export type Edition = 'product' | 'checkout';

export type VaultCondition = 'available' | 'locked' | 'silent' | 'unavailable' | 'foreign';

export interface SandboxStatus {
  running: boolean;
  /** e.g. `http://127.0.0.1:4180`; `null` when not running. */
  url: string | null;
}

/** How the window looks. Kept in a file of its own, since it is no business of custody. */
export interface Preferences {
  theme: 'auto' | 'light' | 'dark';
  language: LanguageChoice;
  /** Look at the published sets from time to time while the app runs. */
  watch: boolean;
  /** Tell through the desktop what is due and what the watch found. */
  remind: boolean;
  /** Show a newcomer what to do next. */
  firstSteps: boolean;
  /** Minutes after which an unused window locks; 0 for never. */
  lockAfterMinutes: number;
  /** Ask once a day whether there is a newer version. An officer allows it where the page cannot. */
  lookForReleases: boolean;
}
