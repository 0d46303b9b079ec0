// Numbers, alone and with their noun.

/** BCP 47, for dates, numbers and plurals. */
export const LOCALE = 'en-GB';

/** `1,284`. */
export const amountOf = (number: number): string => number.toLocaleString(LOCALE);

/** `1 key`, `3 keys`, `1,284 keys`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${amountOf(number)} ${number === 1 ? one : many}`;
