// A key set as an endpoint answers it: the one place where remote keys are read from text.
import type { RemoteKey } from '../../shared/domain/published-set/publication.ts';
import { withoutPrivate } from '../../shared/domain/published-set/private-members.ts';
import type { Beside } from '../../shared/domain/published-set/publication.ts';
import { toRemoteKey } from '../../shared/domain/published-set/published-key.ts';
import { type JsonFault, jsonFaults } from './json-faults.ts';

export interface KeySet {
  keys: RemoteKey[];
  /** Names of private members that stand in the document, but in none of its keys. */
  exposedBeside: string[];
  beside: Beside;
}

/** `null` for what is no key set: `keys` must be there, since an answer of another kind is no empty set. */
export function readKeySet(text: string): KeySet | null {
  const document = jsonOf(text);
  const { keys = null, ...others }: Record<string, unknown> = isObject(document) ? document : {};
  const faults = isListOfObjects(keys) ? jsonFaults(text) : null;
  if (!isListOfObjects(keys) || faults === null) {
    return null;
  }
  // A second `keys` hides the first from us, and from others perhaps the second.
  const repeated = faults.some(({ path, kind }) => kind === 'inexact' && path.length === 1 && path[0] === 'keys');
  return {
    keys: keys.map((key, place) => {
      const own = faults.filter(({ path: [first, second] }) => first === 'keys' && second === place);
      const inexact = repeated || own.some(({ kind }) => kind === 'inexact');
      return toRemoteKey(key, { exposed: privateIn(own), inexact });
    }),
    exposedBeside: privateIn(faults.filter(({ path: [first, second] }) => first !== 'keys' || second === undefined)),
    beside: {
      members: withoutPrivate(others).value,
      inexact: [
        ...new Set(
          faults.flatMap(({ kind, path: [first] }) => (kind === 'inexact' && first !== 'keys' ? String(first) : [])),
        ),
      ],
    },
  };
}

/** A body as it may be kept, and the names of the private members that were taken out of it. */
export function publicBody(text: string): { body: string; withheld: string[] } {
  const document = jsonOf(text);
  const faults = document === undefined ? null : jsonFaults(text);
  if (faults === null) {
    // What cannot be read cannot be cleaned.
    return LOOKS_PRIVATE.test(text) ? { body: '', withheld: ['all'] } : { body: text, withheld: [] };
  }
  const withheld = privateIn(faults);
  return withheld.length === 0
    ? { body: text, withheld }
    : { body: JSON.stringify(withoutPrivate(document).value), withheld };
}

const LOOKS_PRIVATE = /PRIVATE KEY|["'](d|p|q|dp|dq|qi|oth|k|priv)["']\s*:|\\u00/i;

const privateIn = (faults: readonly JsonFault[]): string[] => [
  ...new Set(faults.flatMap(({ kind, name }) => (kind === 'private' ? [name] : []))),
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOfObjects = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.every(isObject);

/** `undefined` for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    // A number beyond all numbers is no value that could be compared; json-faults.ts tells of it.
    return JSON.parse(text, (_, value: unknown) => (value === Infinity || value === -Infinity ? null : value));
  } catch {
    return undefined;
  }
}
