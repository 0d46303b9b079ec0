// Public files on their way to a disk or the clipboard.
import type { ExportFormat } from '../formats.ts';

/** A file ready to be saved. Only public formats exist, so it may be shown and copied. */
export interface ExportedFile {
  format: ExportFormat;
  fileName: string;
  /** True when the content is text that a person can read. */
  text: boolean;
  /** Standard Base64 of the bytes. */
  base64: string;
  sha256: string;
}

/** Everything public about a tenant, as it was saved. */
export interface SavedExport {
  /** Name of the folder or archive, without where it lies. */
  folder: string;
  files: number;
  manifestSha256: string;
}
