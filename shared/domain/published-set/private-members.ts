// Private and secret halves of keys in text that somebody else wrote: how they are recognised, and the value without them.
// The names are those of RFC 7518 §6.2.2, §6.3.2, §6.4.1 and of the AKP keys, however they are spelt and however deep they
// stand; and a private key in PEM, DER or JSON inside a string is one too.

export const PRIVATE_MEMBERS: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']);

/** By which other software calls the same. */
const OTHER_NAMES: ReadonlySet<string> = new Set(
  'privatekey privkey privateexponent prime1 prime2 exponent1 exponent2 coefficient secret secretkey clientsecret seed pkcs8'.split(
    ' ',
  ),
);

export interface Cleaned<T> {
  value: T;
  /** Names of the members that were taken out, in lower-case letters and digits only. */
  members: string[];
}

/** Case, blanks, signs and wide letters do not hide a name. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 40);

/** The plain name when it is that of a private key; else `null`. */
export function privateName(name: string): string | null {
  const plain = plainName(name);
  return PRIVATE_MEMBERS.has(plain) || OTHER_NAMES.has(plain) ? plain : null;
}

/** What the string in a member of this name is called when it holds a private key as such; else `null`. */
export const privateText = (name: string, text: string): string | null =>
  /PRIVATE KEY-----/.test(text) || isPrivateDer(text) || holdsPrivateJson(text) ? plainName(name) || 'unnamed' : null;

/** Serialisers write these for members that are not set: nothing is in them. */
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  typeof value === 'boolean' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** A JSON value without private keys. Values that hold none come back as they are, the same objects. */
export function withoutPrivate<T>(value: T): Cleaned<T> {
  const members = new Set<string>();
  const clean = cleaned(value, '', members);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- members are left out, and no other is changed
  return { value: clean as T, members: [...members] };
}

const GONE = Symbol('a private key');

function cleaned(value: unknown, name: string, members: Set<string>): unknown {
  if (Array.isArray(value)) {
    const kept = value.map((one: unknown) => cleaned(one, name, members)).filter((one) => one !== GONE);
    return kept.length === value.length && kept.every((one, index) => one === value[index]) ? value : kept;
  }
  if (typeof value === 'object' && value !== null) {
    const all = Object.entries(value);
    const kept = all.flatMap(([member, held]): [string, unknown][] => {
      const clean = cleanedMember(member, held, members);
      return clean === GONE ? [] : [[member, clean]];
    });
    const same = kept.length === all.length && kept.every(([, clean], index) => clean === all[index]?.[1]);
    return same ? value : Object.fromEntries(kept);
  }
  const found = typeof value === 'string' ? privateText(name, value) : null;
  if (found !== null) {
    members.add(found);
    return GONE;
  }
  return value;
}

function cleanedMember(member: string, value: unknown, members: Set<string>): unknown {
  const secret = isEmpty(value) ? null : privateName(member);
  if (secret === null) {
    return cleaned(value, member, members);
  }
  members.add(secret);
  return GONE;
}

/** Text that looks like JSON is looked into; so deep that no honest text is longer. */
function holdsPrivateJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) {
    return false;
  }
  try {
    return withoutPrivate(JSON.parse(text) as unknown).members.length > 0;
  } catch {
    return false;
  }
}

/**
 * PKCS#8, PKCS#1 and SEC1 begin with SEQUENCE { INTEGER 0..2, then SEQUENCE, INTEGER or OCTET STRING }. A certificate and a
 * public key begin with another SEQUENCE.
 */
function isPrivateDer(text: string): boolean {
  const head = base64Head(text.trim());
  const content = head[1] === undefined || head[1] < 0x80 ? 2 : 2 + (head[1] - 0x80);
  const [tag, length, version = 9, next = 0] = head.slice(content);
  return (
    text.length > 40 &&
    head[0] === 0x30 &&
    tag === 0x02 &&
    length === 1 &&
    version <= 2 &&
    [0x30, 0x02, 0x04].includes(next)
  );
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The first 12 bytes of Base64 in either alphabet; empty for other text. */
function base64Head(text: string): number[] {
  const head = text.slice(0, 16).replaceAll('-', '+').replaceAll('_', '/');
  const digits = head.split('').map((character) => ALPHABET.indexOf(character));
  if (digits.length < 16 || digits.includes(-1)) {
    return [];
  }
  return [0, 4, 8, 12].flatMap((at) => {
    const [a = 0, b = 0, c = 0, d = 0] = digits.slice(at, at + 4);
    const bits = (a << 18) | (b << 12) | (c << 6) | d;
    return [bits >> 16, (bits >> 8) & 0xff, bits & 0xff];
  });
}
