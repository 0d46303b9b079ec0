// What JSON.parse does not tell of a text: members that stand twice, of which it keeps the last; numbers that it rounds;
// and how deep it goes. Somebody else's key that was read so would be sent back changed. The text is known to be JSON.
import { privateName, privateText } from '../../shared/domain/published-set/private-members.ts';

export interface JsonFault {
  /** Where it stands: member names and places in lists, the outermost first. */
  path: readonly (string | number)[];
  /** `inexact`: it cannot be sent back as it is. `private`: a private key, also one that JSON.parse would not show. */
  kind: 'inexact' | 'private';
  /** Of a private key, the plain name. */
  name: string;
}

/** Deeper than any key set; what is deeper still is no key set and would exhaust whoever walks it. */
const MAX_DEPTH = 32;

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}[\],:]|true|false|null/g;

interface Frame {
  object: boolean;
  names: Set<string>;
  /** The member, or the place in the list, that is being read. */
  at: string | number;
  /** In an object: whether a name comes next. */
  wantsName: boolean;
}

/** `null` when the text is nested too deep. */
export function jsonFaults(text: string): JsonFault[] | null {
  const faults: JsonFault[] = [];
  const frames: Frame[] = [];
  const note = (kind: JsonFault['kind'], name: string): void => {
    faults.push({ path: frames.map(({ at }) => at), kind, name });
  };
  const tokens = text.match(TOKEN) ?? [];
  for (const [index, token] of tokens.entries()) {
    const frame = frames.at(-1);
    if (token === '{' || token === '[') {
      frames.push({ object: token === '{', names: new Set(), at: 0, wantsName: token === '{' });
      if (frames.length > MAX_DEPTH) {
        return null;
      }
    } else if (token === '}' || token === ']') {
      frames.pop();
    } else if (token === ',' && frame !== undefined) {
      frame.wantsName = frame.object;
      frame.at = frame.object ? frame.at : Number(frame.at) + 1;
    } else if (frame?.wantsName === true && token.startsWith('"')) {
      readName(frame, textOf(token), tokens.slice(index + 2, index + 4), note);
    } else if (token !== ':') {
      readValue(frame, token, note);
    }
  }
  return faults;
}

type Note = (kind: JsonFault['kind'], name: string) => void;

/** `next` is what follows the colon. */
function readName(frame: Frame, name: string, next: readonly string[], note: Note): void {
  frame.at = name;
  frame.wantsName = false;
  // A member of this name is not kept by everything that copies objects.
  if (frame.names.has(name) || name === '__proto__') {
    note('inexact', '');
  }
  frame.names.add(name);
  const secret = privateName(name);
  const [first = '', second = ''] = next;
  const empty = ['null', 'true', 'false', '""'].includes(first) || ['{}', '[]'].includes(first + second);
  if (secret !== null && !empty) {
    note('private', secret);
  }
}

function readValue(frame: Frame | undefined, token: string, note: Note): void {
  if (token.startsWith('"')) {
    const text = textOf(token);
    const secret = privateText(typeof frame?.at === 'string' ? frame.at : '', text);
    if (secret !== null) {
      note('private', secret);
    }
    // What was no UTF-8 has become this character.
    if (text.includes('\uFFFD')) {
      note('inexact', '');
    }
  } else if (/^[-\d]/.test(token) && decimal(token) !== decimal(String(Number(token)))) {
    note('inexact', '');
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a string token is a string
const textOf = (token: string): string => JSON.parse(token) as string;

/** A number as digits and exponent, so that 1.0, 1 and 10e-1 are one. */
function decimal(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return significant === '' ? '0' : `${sign}${significant}e${power}`;
}
