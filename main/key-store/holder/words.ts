// What is said to the one who holds a key for a time.

/** Answered with the key. */
export const GIVE = 'give\n';

/** Answered by its end. */
export const END = 'end\n';

/** On its standard output, when it can be asked. */
export const READY = 'ready\n';
