// What was done to read a file, beyond reading it: codes that the officer is told, for which words/ has the sentences.

/** What lay around the content, outermost first in an answer; each is undone by one row of main/reading/layers. */
export const LAYERS = [
  'gzip',
  'byte-order-mark',
  'utf-16',
  'quoted-printable',
  'html',
  'mail-quotes',
  'dashes',
  'invisible',
  'escaped',
  'escaped-twice',
  'headers-in-line',
  'labels-differ',
  'begin-missing',
  'end-missing',
  'base64',
  'base64url',
  'hex',
  'numbers',
  'octets-behind',
  'trailing-commas',
] as const;

export type Layer = (typeof LAYERS)[number];

/** What was mended in one key; a signature by the private key proved each of them. */
export const REPAIRS = [
  'crt-computed',
  'primes-computed',
  'padding',
  'alphabet',
  'coordinate-length',
  'explicit-curve',
  'curve-of-block',
] as const;

export type Repair = (typeof REPAIRS)[number];

/** In which form a passphrase opened the file. */
export const PASSPHRASE_FORMS = [
  'as-given',
  'empty',
  'without-mark',
  'utf-16',
  'latin-1',
  'decomposed',
  'composed',
] as const;

export type PassphraseForm = (typeof PASSPHRASE_FORMS)[number];

/** What import wants to be told besides the file; each is an option of the command line and a field of the window. */
export const IMPORT_NEEDS = ['small-exponent', 'entry', 'long-work'] as const;

export type ImportNeed = (typeof IMPORT_NEEDS)[number];
