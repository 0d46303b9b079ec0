/** Of a key out of a passphrase: the same computation in no time. */
export const CHEAP = { kib: 8, passes: 1, lanes: 1 };
