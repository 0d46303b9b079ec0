// What the system refused, as a sentence: what could not be done, why, and what to do. No stack helps against a full disk.

const forbidden = {
  why: 'this account may not write there',
  advice:
    'Run this as the account that owns the folder, or in a copy of the checkout that is your own. Caches go where ' +
    'XDG_CACHE_HOME says, data where XDG_DATA_HOME says, both otherwise below HOME.',
};
const full = {
  why: 'the disk is full',
  advice: 'Make room (a checkout with all it needs takes about 2.5 GB) and run it again.',
};
const lost = { advice: 'Look at HOME and at the XDG_ variables, and run it again.' };

/** @type {ReadonlyMap<string, { why: string, advice: string }>} */
const problems = new Map([
  ['EACCES', forbidden],
  ['EPERM', forbidden],
  ['EROFS', { ...forbidden, why: 'that file system is read-only' }],
  ['ENOSPC', full],
  ['EDQUOT', { ...full, why: 'the share of the disk that this account has is full' }],
  ['ENOTDIR', { ...lost, why: 'part of that path is no folder' }],
  ['ENOENT', { ...lost, why: 'that path leads nowhere' }],
  ['EMFILE', { why: 'too many files are open', advice: 'Close other programs, or raise the limit (ulimit -n).' }],
]);

/**
 * @param {unknown} error
 * @returns {string | undefined} undefined: nothing that the system says
 */
export function systemProblem(error) {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined;
  const known = problems.get(String(error.code));
  if (known === undefined) return undefined;
  const path = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined;
  return `${typeof path === 'string' ? path : 'A file'}: ${known.why} (${String(error.code)}).\n  ${known.advice}`;
}

/** The same for what another program wrote. @param {string} text @returns {string | undefined} */
export function problemIn(text) {
  const code = /\b(EACCES|EPERM|EROFS|ENOSPC|EDQUOT)\b/.exec(text)?.[1];
  const known = problems.get(code ?? '') ?? (/No space left on device/.test(text) ? full : undefined);
  return known && `The reason is that ${known.why}. ${known.advice}`;
}
