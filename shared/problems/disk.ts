// What the operating system says of a file or a disk, or what a file turns out to be: code -> its values.
import type { Coded } from './coded.ts';

export interface DiskProblems {
  'permission-denied': null;
  'read-only': null;
  full: null;
  quota: null;
  'too-large': null;
  'disk-fails': null;
  'disk-gone': null;
  'disk-silent': null;
  'nothing-behind': null;
  'no-folder': null;
  'not-a-folder': null;
  folder: null;
  'folder-there': null;
  'name-taken': null;
  'name-too-long': null;
  'name-unfit': null;
  'name-characters': null;
  'name-end': null;
  'name-of-device': null;
  'links-in-circle': null;
  'other-disk': null;
  'open-elsewhere': null;
  'written-elsewhere': null;
  'not-released': null;
  'too-many-open': null;
  'no-memory': null;
  changing: null;
  changed: null;
  'read-back-differs': null;
  'no-text': null;
  'no-lines': null;
  'no-audit-chain': null;
  'no-sandbox-document': null;
  'nothing-opens-folders': null;
  'record-too-large': null;
  'cannot-open': null;
  system: { name: string };
  unknown: null;
}

export type DiskProblem = Coded<DiskProblems>;
