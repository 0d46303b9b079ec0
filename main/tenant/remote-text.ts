// Words of a remote side that go into an error. They come from outside and may hold what was sent there: a proxy or a
// careless server repeats headers and bodies. This is the one door, and the type keeps every other text out of those places.
import type { RemoteText } from '../../shared/errors.ts';
import { visible } from '../../shared/encoding/printable.ts';

const MAX_LENGTH = 200;
/** Longer words are not looked at: nothing behind this could be shown. */
const MAX_LOOKED_AT = 4000;
/** So many characters of a secret in a row are too many; a shorter secret counts as a whole. */
const MAX_SHARED = 10;

const WITHHELD = 'its words repeat a secret that was sent, so they are not shown';

/** Cut, fit to be shown, and without any of the secrets, however they are written. */
export function remoteText(words: string, secrets: readonly string[]): RemoteText {
  const sent = secrets.filter((secret) => secret !== '');
  const text = sent.reduce((rest, secret) => rest.replaceAll(secret, '…'), words.slice(0, MAX_LOOKED_AT));
  const shown = tellsOf(text, sent) ? WITHHELD : cut(visible(text.replace(/\p{C}+/gu, ' ')));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made here and nowhere else
  return shown as RemoteText;
}

/** Not within a character. */
const cut = (text: string): string => text.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '');

function tellsOf(text: string, secrets: readonly string[]): boolean {
  const readings = [text, ...readingsOf(text)].map(squeezed);
  return secrets.map(squeezed).some((secret) => readings.some((reading) => shares(reading, secret)));
}

/** Spaces, marks and capital letters do not hide a secret. */
const squeezed = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

function shares(text: string, secret: string): boolean {
  const length = Math.min(MAX_SHARED, secret.length);
  if (length === 0) {
    return false;
  }
  const runs = new Set<string>();
  for (let at = 0; at + length <= text.length; at += 1) {
    runs.add(text.slice(at, at + length));
  }
  for (let at = 0; at + length <= secret.length; at += 1) {
    if (runs.has(secret.slice(at, at + length))) {
      return true;
    }
  }
  return false;
}

/** What the text says when it is decoded: as a URL, JSON, HTML, hex or Base64, and as one within another. */
function readingsOf(text: string, depth = 2): string[] {
  const once = DECODERS.map((decode) => decode(text)).filter((reading) => reading !== text);
  return depth === 1 ? once : [...once, ...once.flatMap((reading) => readingsOf(reading, depth - 1))];
}

const DECODERS: readonly ((text: string) => string)[] = [
  (text) => percentDecoded(text),
  (text) =>
    text
      .replaceAll(/\\u\{?([0-9a-f]{2,6})\}?/gi, (whole, hex: string) => character(hex, 16) ?? whole)
      .replaceAll(/\\(.)/g, '$1'),
  (text) =>
    text
      .replaceAll(/&#x([0-9a-f]{1,6});/gi, (whole, hex: string) => character(hex, 16) ?? whole)
      .replaceAll(/&#(\d{1,7});/g, (whole, digits: string) => character(digits, 10) ?? whole)
      .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ''),
  (text) =>
    text.replaceAll(/(?:[0-9a-f]{2}[\s:,-]?){4,}/gi, (run) =>
      Buffer.from(run.replaceAll(/[^0-9a-f]/gi, ''), 'hex').toString('utf8'),
    ),
  (text) => text.replaceAll(/[\w+/-]{8,}={0,2}/g, (run) => Buffer.from(run, 'base64').toString('utf8')),
];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(digits: string, base: number): string | null {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function percentDecoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
