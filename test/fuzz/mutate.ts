// Changes files the way that finds faults in readers of them: single bits, cuts, pieces of other files, and with some
// knowledge of what is inside: lengths and tags of DER also behind PEM armour, members of JSON, parts of tokens.
import type { Chance } from './random.ts';

type Change = (file: Buffer, chance: Chance, other: Buffer) => Buffer;

const overwrite = (file: Buffer, value: number, at: number, count: number): Buffer =>
  file.fill(value, Math.min(at, file.length), Math.min(at + count, file.length));

const flipBits: Change = (file, chance) => {
  const changed = Buffer.from(file);
  for (let count = 1 + chance.below(4); count > 0 && changed.length > 0; count -= 1) {
    const at = place(changed, chance);
    changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
  }
  return changed;
};

const setBytes: Change = (file, chance) => {
  const changed = Buffer.from(file);
  const value = chance.pick([0x00, 0xff, 0x80, 0x7f, 0x30, chance.byte()]);
  const at = place(changed, chance);
  return overwrite(changed, value, at, 1 + chance.below(8));
};

const cut: Change = (file, chance) => file.subarray(0, chance.below(file.length));

const remove: Change = (file, chance) => {
  const at = place(file, chance);
  return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + chance.below(64))]);
};

const repeat: Change = (file, chance) => {
  const at = place(file, chance);
  const piece = file.subarray(at, at + 1 + chance.below(200));
  return Buffer.concat([
    file.subarray(0, at),
    ...Array.from({ length: 1 + chance.below(20) }, () => piece),
    file.subarray(at),
  ]);
};

const splice: Change = (file, chance, other) =>
  Buffer.concat([file.subarray(0, place(file, chance)), other.subarray(place(other, chance))]);

const append: Change = (file, _chance, other) => Buffer.concat([file, other]);

const DER_TAGS = [0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x1e, 0x30, 0x31, 0xa0, 0xa1, 0x80, 0x81, 0x24];

/** The tag or the length of some element; numbers grow by whole orders of magnitude. */
const changeDer: Change = (file, chance) => {
  const changed = Buffer.from(file);
  const places = [...changed.keys()].filter((at) => DER_TAGS.includes(changed[at] ?? 0));
  const at = places.length === 0 ? 0 : chance.pick(places);
  const what = chance.below(4);
  if (what === 0) {
    overwrite(changed, chance.pick(DER_TAGS), at, 1);
  } else if (what === 1) {
    overwrite(changed, chance.pick([0x00, 0x01, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xff, chance.byte()]), at + 1, 1);
  } else {
    overwrite(changed, chance.byte(), at + 2, 1 + chance.below(4));
  }
  return changed;
};

/** Behind the armour of every PEM block. */
const insidePem: Change = (file, chance, other) =>
  Buffer.from(
    file
      .toString('latin1')
      .replaceAll(/(-----BEGIN [A-Z0-9 ]+-----\n(?:[^\n]*: [^\n]*\n)*\n?)([^-]+)/g, (_, head: string, body: string) => {
        const der = chance.pick([changeDer, changeDer, flipBits, cut, setBytes])(
          Buffer.from(body, 'base64'),
          chance,
          other,
        );
        return `${head}${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n`;
      }),
    'latin1',
  );

const SURPRISES = [
  'null',
  '-1',
  '1e309',
  '""',
  '"A"',
  '[]',
  '{}',
  'true',
  '4294967296',
  '"\\u0000"',
  '[[[[]]]]',
  '"__proto__"',
];

/** The value of some member of JSON becomes another. */
const changeJson: Change = (file, chance) => {
  const text = file.toString('utf8');
  const values = [...text.matchAll(/:("(?:[^"\\]|\\.)*"|[\d.]+|\[[^\]]*\])/g)];
  if (values.length === 0) {
    return flipBits(file, chance, file);
  }
  const chosen = chance.pick(values);
  const other = chance.pick(values)[1] ?? '""';
  const value = chance.below(2) === 0 ? other : chance.pick(SURPRISES);
  return Buffer.from(`${text.slice(0, chosen.index)}:${value}${text.slice(chosen.index + chosen[0].length)}`);
};

/** One part of a compact token, decoded, changed and encoded again. */
const changeToken: Change = (file, chance, other) => {
  const parts = file.toString('latin1').split('.');
  const at = chance.below(parts.length);
  const decoded = Buffer.from(parts[at] ?? '', 'base64url');
  const changed = at === 0 ? changeJson(decoded, chance, other) : flipBits(decoded, chance, other);
  return Buffer.from(parts.with(at, changed.toString('base64url')).join('.'));
};

const ANYWHERE = [flipBits, setBytes, cut, remove, repeat, splice, append];

export function mutate(file: Buffer, chance: Chance, other: Buffer): Buffer {
  const knowing = knowingChange(file);
  let changed = file;
  for (let count = 1 + chance.below(3); count > 0; count -= 1) {
    const change = chance.below(10) < 6 ? knowing : chance.pick(ANYWHERE);
    changed = change(changed, chance, other);
  }
  return changed.subarray(0, 256 * 1024);
}

function knowingChange(file: Buffer): Change {
  const byFirst: Readonly<Record<string, Change>> = { '0': changeDer, '-': insidePem, '{': changeJson };
  return byFirst[file.toString('latin1', 0, 1)] ?? changeToken;
}

/** Half of the time near the beginning, where the structure is. */
function place(file: Buffer, chance: Chance): number {
  return chance.below(chance.below(2) === 0 ? Math.min(64, file.length) : file.length);
}
