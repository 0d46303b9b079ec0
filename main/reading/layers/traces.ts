// What gives a private key away in a text that cannot be read: it is named as one all the same, so that nobody leaves it lying
// about.
const TRACES: readonly RegExp[] = [
  /BEGIN[ A-Z0-9]{0,30}PRIVATE KEY/i,
  /END[ A-Z0-9]{0,30}PRIVATE KEY/i,
  /["']?d["']?\s{0,8}[:=]\s{0,8}["'][\w+/=-]{20,}/,
  /<(?:\w{1,20}:)?D>\s{0,8}[A-Za-z0-9+/]{20,}/,
  /PuTTY-User-Key-File/,
  /AGE-SECRET-KEY-1/,
];

export const hasPrivateTraces = (text: string): boolean => TRACES.some((trace) => trace.test(text));
