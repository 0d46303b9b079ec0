// How points in time are written everywhere: in the registry, over IPC, in files.

/** ISO 8601 in UTC with milliseconds, e.g. `2026-11-22T05:30:00.000Z`. */
export type Instant = string;
