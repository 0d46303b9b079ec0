// Two small things every file-handling module here needs.
import { readFileSync } from 'node:fs';

/**
 * For files whose shape is known because npm, a test runner or this build wrote them.
 * @template T
 * @param {string} file
 * @returns {T}
 */
export function readJson(file) {
  // oxlint-disable-next-line typescript/no-unsafe-return
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The system's name for what went wrong, such as ENOENT. @param {unknown} error */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
