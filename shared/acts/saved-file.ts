// What an act answers that saves a file where the officer says.

/** `null` when the officer closed the file dialog. */
export type SavedFile = { fileName: string; sha256: string } | null;
