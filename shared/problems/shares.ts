// What is wrong with shares of a backup: code -> its values. Which share is meant is its number, or its place among those given.
import type { Coded } from './coded.ts';

export interface ShareFlaws {
  /** Neither words nor a code. */
  'no-share': null;
  'no-code-in-picture': null;
  /** As phones take it. */
  photograph: { kind: 'JPEG' | 'HEIC' };
  /** GIF, TIFF, PDF: only PNG is read. */
  'other-picture': null;
  'picture-too-large': null;
  'picture-damaged': null;
  'word-count': { found: number; wanted: number };
  /** By its place: an unknown word may be nearly the right one, and is not repeated. */
  'word-unknown': { place: number };
  mistyped: null;
  newer: null;
  repeated: { number: number };
  mixed: { number: number };
  'too-few': { given: number; needed: number };
  /** Each is well written, and together they do not make the key: one of them was forged. */
  wrong: null;
}

export type ShareFlaw = Coded<ShareFlaws>;
