// The names of all IPC calls and events. They stand apart from the definitions so that who needs nothing but names stays
// free of the schema library: the build puts this file's values in the place of what makes them (build/bundle.mjs).
import { ACTS } from './acts/acts.ts';

export type Channel = keyof typeof ACTS;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of this very value
export const CHANNELS = Object.keys(ACTS) as Channel[];

export const EVENTS = ['changed', 'progress', 'sending', 'navigate', 'opened', 'locking'] as const;

export type EventName = (typeof EVENTS)[number];
