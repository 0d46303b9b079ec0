// Numbers, alone and with their noun.

/** BCP 47, for dates, numbers and plurals. */
export const LOCALE = 'de-DE';

/** `1.284`. */
export const amountOf = (number: number): string => number.toLocaleString(LOCALE);

/** `1 Schlüssel`, `3 Schlüssel`, `1.284 Schlüssel`. */
export const count = (number: number, one: string, many: string): string =>
  `${amountOf(number)} ${number === 1 ? one : many}`;
