// A file that somebody sent, and what opens it.

/** What opens a file; the caller overwrites it. */
export interface FileSecrets {
  /** UTF-8; `null` when none was given. */
  passphrase: Uint8Array | null;
}

export const NO_SECRETS: FileSecrets = { passphrase: null };

export function overwriteFile(file: Uint8Array, { passphrase }: FileSecrets): void {
  file.fill(0);
  passphrase?.fill(0);
}
