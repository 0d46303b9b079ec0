// Inputs that know what they change: the numbers, identifiers, points and fields of DER, the members of JWKs, the strings of
// SSH keys. Each is judged on both runtimes.
import { randomBytes } from 'node:crypto';
import type { FileToJudge, Judgement } from '../runtime/judge-files.ts';
import { changedTree } from './der-tree.ts';
import type { Chance } from './random.ts';

export interface Seed extends FileToJudge {
  /** What kind of file it is, for the counts. */
  kind: string;
}

export interface StructuredInput extends FileToJudge {
  kind: string;
}

export function structuredInput(seeds: readonly Seed[], chance: Chance): StructuredInput {
  const [seed, other] = [chance.pick(seeds), chance.pick(seeds)];
  const [bytes, donor] = [Buffer.from(seed.file, 'base64'), Buffer.from(other.file, 'base64')];
  const changed =
    bytes[0] === 0x7b
      ? changedJson(bytes, chance, donor)
      : bytes.toString('latin1', 0, 4).startsWith('ssh-')
        ? changedSsh(bytes.toString('latin1'), chance)
        : (changedTree(bytes, chance, donor[0] === 0x30 ? donor : bytes) ?? bytes);
  return { ...seed, file: changed.toString('base64') };
}

/** The values of members, as numbers: longer, shorter, off by one, exchanged, padded, in the other alphabet. */
function changedJson(bytes: Buffer, chance: Chance, donor: Buffer): Buffer {
  const jwk = JSON.parse(bytes.toString()) as Record<string, unknown>;
  const names = Object.keys(jwk);
  const lent = donor[0] === 0x7b ? Object.values(JSON.parse(donor.toString()) as Record<string, unknown>) : [];
  for (let count = 1 + chance.below(2); count > 0; count -= 1) {
    const name = chance.pick(names);
    const value = jwk[name];
    const octets = Buffer.from(typeof value === 'string' ? value : '', 'base64url');
    const plusOne = Buffer.from(octets);
    plusOne[plusOne.length - 1] = ((plusOne.at(-1) ?? 0) + 1) & 0xff;
    const values: unknown[] = [
      Buffer.concat([Buffer.of(0), octets]).toString('base64url'),
      octets.subarray(1).toString('base64url'),
      plusOne.toString('base64url'),
      Buffer.alloc(octets.length).toString('base64url'),
      Buffer.alloc(octets.length, 0xff).toString('base64url'),
      octets.toString('base64'),
      `${String(value)}=`,
      'AQ',
      '',
      null,
      7,
      jwk[chance.pick(names)],
      chance.pick([...lent, '']),
      undefined,
    ];
    jwk[name] = values[chance.below(values.length)];
  }
  return Buffer.from(JSON.stringify(jwk));
}

function changedSsh(line: string, chance: Chance): Buffer {
  const [type = '', body = ''] = line.split(' ');
  const blob = Buffer.from(body, 'base64');
  const fields: Buffer[] = [];
  for (let at = 0; at + 4 <= blob.length;) {
    const end = at + 4 + blob.readUInt32BE(at);
    fields.push(Buffer.from(blob.subarray(at + 4, end)));
    at = end;
  }
  const index = chance.below(fields.length);
  const field = fields[index] ?? Buffer.of();
  fields[index] = chance.pick([
    Buffer.of(1),
    Buffer.of(2),
    Buffer.of(),
    Buffer.concat([Buffer.of(0), field]),
    field.subarray(1),
    Buffer.alloc(field.length),
    Buffer.alloc(field.length, 0xff),
    Buffer.concat([field, field]),
  ]);
  const parts = fields.flatMap((each) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chance.below(20) === 0 ? each.length + 1 : each.length);
    return [length, each];
  });
  return Buffer.from(`${type} ${Buffer.concat(parts).toString('base64')} someone@example`);
}

interface Fault {
  kind: string;
  what: 'an error that is not coded' | 'two answers' | 'taken, and no library opens it';
  node: Judgement;
  electron: Judgement;
  /** Base64. */
  file: string;
}

/** What is wrong with the answers to one input; `null` when nothing is. */
export function faultOf(input: StructuredInput, node: Judgement, electron: Judgement): Fault | null {
  const fault = (what: Fault['what']): Fault => ({ kind: input.kind, what, node, electron, file: input.file });
  if ([node, electron].some(({ read, inspected }) => /INTERNAL/.test(`${read} ${inspected}`))) {
    return fault('an error that is not coded');
  }
  if (node.read !== electron.read || node.inspected !== electron.inspected) {
    return fault('two answers');
  }
  const known = node.library !== null && electron.library !== null;
  const opened = node.library === true || electron.library === true;
  return node.read.startsWith('taken') && known && !opened && !isVersionTwo(input) && !isMended(node)
    ? fault('taken, and no library opens it')
    : null;
}

/**
 * What was mended is said, and a signature by the private key proved it (ADR 0048): the library was asked about the file as it
 * is written.
 */
export const isMended = ({ inspected }: Judgement): boolean => /"code":"(?:repaired|layer)"/.test(inspected);

/** RFC 5958: a public key beside the private one. Neither library reads it yet; here it must fit. */
const isVersionTwo = ({ file }: FileToJudge): boolean => {
  const bytes = Buffer.from(file, 'base64');
  return bytes.subarray(0, 8).includes(Buffer.of(2, 1, 1)) && bytes.includes(0x81);
};

export const randomSeed = (): number => randomBytes(4).readUInt32BE();
