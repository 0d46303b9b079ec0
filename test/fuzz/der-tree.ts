// DER as a tree that can be changed and written again with right lengths, so that a change reaches deep into a structure
// instead of ending at the first reader of a length. Strings that hold DER are opened, as keys and stores have them.
import { encodeDer } from '../../main/encoding/der.ts';
import { derElements } from '../../shared/encoding/der.ts';
import type { Chance } from './random.ts';

interface Node {
  tag: number;
  contents: Buffer;
  /** What is inside; `null` for a leaf. */
  children: Node[] | null;
  /** A BIT STRING begins with its number of unused bits. */
  lead: Buffer;
  /** Written as it stands, in the place of everything. */
  raw?: Buffer;
}

const MAX_DEPTH = 12;

function nodesOf(bytes: Uint8Array, depth = 0): Node[] | null {
  const elements = depth > MAX_DEPTH ? null : derElements(bytes);
  return (
    elements?.map(({ tag, contents }) => {
      const lead = tag === 0x03 && contents[0] === 0 ? Buffer.of(0) : Buffer.of();
      const inside = (tag & 0x20) !== 0 || tag === 0x04 || lead.length > 0 ? contents.subarray(lead.length) : null;
      const found = inside === null || inside.length === 0 ? null : nodesOf(inside, depth + 1);
      const isConstructed = (tag & 0x20) !== 0;
      const children =
        found !== null && (isConstructed || looksLikeDer(found)) ? found : isConstructed ? (found ?? []) : null;
      return { tag, contents: Buffer.from(contents), children, lead };
    }) ?? null
  );
}

/** Random octets are sometimes DER by chance; what is meant as such begins with a SEQUENCE, a number or a string. */
const looksLikeDer = ([first, ...more]: readonly Node[]): boolean =>
  first !== undefined && more.length === 0 && [0x30, 0x02, 0x04].includes(first.tag);

const written = ({ tag, contents, children, lead, raw }: Node): Buffer =>
  raw ?? encodeDer(tag, ...(children === null ? [contents] : [lead, ...children.map(written)]));

const all = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...all(node.children ?? [])]);

type Change = (node: Node, chance: Chance, others: readonly Node[]) => void;

const withInteger =
  (value: (contents: Buffer, chance: Chance) => Buffer): Change =>
  (node, chance) => {
    node.children = null;
    node.lead = Buffer.of();
    node.contents = value(node.contents, chance);
  };

const plus = (contents: Buffer, by: bigint): Buffer => {
  const value = BigInt(`0x0${contents.toString('hex')}`) + by;
  const hex = (value < 0n ? 0n : value).toString(16);
  const octets = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return (octets[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), octets]) : octets;
};

/** What the numbers of keys and structures become. */
const NUMBERS: readonly Change[] = [
  withInteger(() => Buffer.of(0)),
  withInteger(() => Buffer.of(1)),
  withInteger(() => Buffer.of(2)),
  withInteger(() => Buffer.of(3)),
  withInteger(() => Buffer.of(0xff)),
  withInteger(() => Buffer.of()),
  withInteger((contents) => Buffer.concat([Buffer.of(0), contents])),
  withInteger((contents) => (contents[0] === 0 ? contents.subarray(1) : contents)),
  withInteger((contents) => plus(contents, 1n)),
  withInteger((contents) => plus(contents, -1n)),
  withInteger((contents) => plus(contents, 2n)),
  withInteger((contents) => plus(contents, BigInt(`0x0${contents.toString('hex')}`))),
  withInteger((contents, chance) => plus(contents, BigInt(chance.byte()) << 64n)),
  withInteger((contents) => Buffer.concat([contents, contents])),
];

const IDENTIFIERS: readonly Change[] = [
  withInteger((contents) => Buffer.concat([contents.subarray(0, 1), Buffer.of(0x80), contents.subarray(1)])),
  withInteger((contents) => Buffer.concat([contents, Buffer.of(0x81)])),
  withInteger((contents, chance) => {
    const changed = Buffer.from(contents);
    changed[changed.length - 1] = chance.below(128);
    return changed;
  }),
];

const bytesChanged: Change = (node, chance) => {
  const at = chance.below(node.contents.length);
  node.children = null;
  node.contents = Buffer.concat([node.lead, node.contents.subarray(node.lead.length)]);
  node.lead = Buffer.of();
  node.contents[at] = chance.pick([0x00, 0xff, 0x02, 0x06, 0x80, chance.byte()]);
};

const ANY: readonly Change[] = [
  bytesChanged,
  (node, chance) => (node.tag = chance.pick([0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31, 0xa0, 0xa1, 0x80, 0x81])),
  (node) => (node.children?.length ? node.children.pop() : (node.contents = node.contents.subarray(0, -1))),
  (node) => (node.children?.length ? node.children.shift() : (node.contents = node.contents.subarray(1))),
  (node) => void (node.children = node.children?.toReversed() ?? null),
  (node, chance) => node.children?.length && node.children.push(chance.pick(node.children)),
  (node, chance, others) => Object.assign(node, chance.pick(others)),
  (node, chance, others) => node.children?.splice(chance.below(node.children.length + 1), 0, chance.pick(others)),
  (node) => void (node.children = []),
  // A length in a longer form than it needs, one left open, and octets behind.
  (node) => {
    const plain = written(node);
    const head = plain.length - (node.children === null ? node.contents.length : written(node).length);
    node.raw =
      plain.length < 0x80 && head >= 0
        ? Buffer.concat([plain.subarray(0, 1), Buffer.of(0x81), plain.subarray(1)])
        : Buffer.concat([plain.subarray(0, 1), Buffer.of(0x84, 0, 0), plain.subarray(2)]);
  },
  (node) => {
    const inside = node.children === null ? node.contents : Buffer.concat(node.children.map(written));
    node.raw = Buffer.concat([Buffer.of(node.tag | 0x20, 0x80), inside, Buffer.of(0, 0)]);
  },
  (node, chance) => void (node.raw = Buffer.concat([written(node), Buffer.of(chance.byte())])),
];

/** One to three changes; `other` lends its parts. `null` when the bytes are no DER. */
export function changedTree(bytes: Uint8Array, chance: Chance, other: Uint8Array): Buffer | null {
  const roots = nodesOf(bytes);
  if (roots === null) {
    return null;
  }
  for (let count = 1 + chance.below(3); count > 0; count -= 1) {
    const node = chance.pick(all(roots));
    const others = [...all(nodesOf(bytes) ?? []), ...all(nodesOf(other) ?? [])];
    const fitting = node.tag === 0x02 ? NUMBERS : node.tag === 0x06 ? IDENTIFIERS : ANY;
    chance.pick(chance.below(4) === 0 ? ANY : fitting)(node, chance, others);
  }
  return Buffer.concat(roots.map(written));
}
