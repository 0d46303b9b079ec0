/** 64 hex digits in groups that a person can compare, on two lines. */
export const grouped = (fingerprint: string): string[] =>
  (fingerprint.match(/.{1,32}/g) ?? []).map((half) => half.match(/.{1,8}/g)?.join(' ') ?? '');
