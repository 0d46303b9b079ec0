// The PEM blocks of a text, whatever copying did to it: layers are taken off one after the other until every block can be
// read, and what was taken off is named.
import type { Layer } from '../../shared/domain/reading/notes.ts';
import type { KeyFileProblem } from '../../shared/problems/key-file.ts';
import { derElements, derLength } from '../../shared/encoding/der.ts';
import { decodeBase64 } from './layers/base64.ts';
import { type PemBlock, strictBlocks } from './layers/pem-strict.ts';
import { TEXT_LAYERS, type TextLayer } from './layers/text-layers.ts';

export interface PemText {
  blocks: PemBlock[];
  layers: Layer[];
  /** A block is cut off beside those that are whole. */
  cutOff: boolean;
  /** Why there is no whole block. */
  problem: KeyFileProblem | null;
}

const SMELL =
  /(?:BEGIN|END)[ \t][A-Z0-9 ]{0,30}(?:KEY|CERTIFICATE|CERT|PKCS|CMS|CRL|REQUEST|PARAMETERS|MESSAGE|BLOCK|FILE)/i;

export function pemBlocks(text: string): PemText {
  if (!SMELL.test(text)) {
    return { blocks: [], layers: [], cutOff: false, problem: null };
  }
  const plain = readUnder(text, []);
  if (isWhole(plain)) {
    return plain;
  }
  const undone = readUnder(text, TEXT_LAYERS);
  const found = isWhole(undone) ? withFewest(text, undone) : better(plain, undone);
  if (isWhole(found)) {
    return found;
  }
  const [plainly, bared] = [mended(text, []), mended(without(TEXT_LAYERS, text), namesOf(text, TEXT_LAYERS))];
  const problem = plainly.problem ?? bared.problem;
  const best = better(found, better(plainly, bared));
  return { ...best, problem: best.blocks.length === 0 ? problem : null };
}

const without = (layers: readonly TextLayer[], text: string): string =>
  layers.reduce((rest, { undo }) => undo(rest), text);

function readUnder(text: string, layers: readonly TextLayer[]): PemText {
  const changed = namesOf(text, layers);
  return { ...strictBlocks(without(layers, text)), layers: changed, problem: null };
}

/** Those that are there at all. */
function namesOf(text: string, layers: readonly TextLayer[]): Layer[] {
  let rest = text;
  return layers.flatMap(({ layer, undo }) => {
    const before = rest;
    rest = undo(rest);
    return rest === before ? [] : [layer];
  });
}

/** Some rows take off more than had to be: only what was in the way is named. */
function withFewest(text: string, found: PemText): PemText {
  let [needed, best] = [TEXT_LAYERS, found];
  for (const layer of TEXT_LAYERS) {
    const fewer = needed.filter((each) => each !== layer);
    const read = readUnder(text, fewer);
    if (isWhole(read)) {
      [needed, best] = [fewer, better(read, best)];
    } else {
      wipe(read, []);
    }
  }
  return best;
}

const readable = ({ der, headers }: PemBlock): boolean =>
  der !== null && (der[0] !== 0x30 || headers !== '' || isAllThere(der));

/** What is cut off in the middle is not. */
const isAllThere = (der: Uint8Array): boolean => (derLength(der) ?? 0) <= der.length;

const isWhole = ({ blocks, cutOff }: PemText): boolean => blocks.length > 0 && !cutOff && blocks.every(readable);

/** The one that reads more; the first of two that read as much. The blocks of the other are overwritten. */
function better(first: PemText, second: PemText): PemText {
  const [kept, dropped] = worth(second) > worth(first) ? [second, first] : [first, second];
  wipe(dropped, kept.blocks);
  return kept;
}

const worth = ({ blocks, cutOff }: PemText): number =>
  blocks.filter(readable).length * 4 + blocks.length * 2 - (cutOff ? 1 : 0);

const wipe = ({ blocks }: PemText, kept: readonly PemBlock[]): void =>
  blocks.filter((block) => !kept.includes(block)).forEach(({ der }) => der?.fill(0));

const EDGE = /-----(BEGIN|END) ([A-Z0-9 ]{1,40})-----/g;

interface Edge {
  side: string;
  label: string;
  /** The text up to the edge before it, and behind it. */
  before: string;
  behind: string;
}

function edgesOf(text: string): Edge[] {
  const found = [...text.matchAll(EDGE)];
  return found.map((edge, index) => {
    const [line, side = '', label = ''] = edge;
    const previous = found[index - 1];
    const start = previous === undefined ? 0 : previous.index + previous[0].length;
    const before = text.slice(start, edge.index);
    return {
      side,
      label,
      before,
      behind: text.slice(edge.index + line.length, found[index + 1]?.index ?? text.length),
    };
  });
}

/** Blocks whose two lines do not fit together, or of which one line is missing. */
function mended(text: string, layers: readonly Layer[]): PemText {
  const edges = edgesOf(text);
  const found = edges.flatMap((edge, index) => mendedBlock(edge, edges[index - 1], edges[index + 1]));
  const problem = found.find((each) => each.problem !== null)?.problem ?? null;
  return {
    blocks: found.flatMap(({ block }) => (block === null ? [] : [block])),
    layers: [...new Set([...layers, ...found.flatMap(({ layer }) => (layer === null ? [] : [layer]))])],
    cutOff: problem !== null,
    problem,
  };
}

interface Mended {
  block: PemBlock | null;
  layer: Layer | null;
  problem: KeyFileProblem | null;
}

/** One for each block; none for an edge that its neighbour takes care of. */
function mendedBlock({ side, label, before, behind }: Edge, previous?: Edge, next?: Edge): Mended[] {
  if (side === 'BEGIN' && next?.side === 'END') {
    const block = strictBlocks(`-----BEGIN ${label}-----${behind}-----END ${label}-----`).blocks[0] ?? null;
    return [{ block, layer: next.label === label ? null : 'labels-differ', problem: null }];
  }
  if (side === 'BEGIN') {
    return [wholeBlock(label, behind, 'end-missing', { code: 'pem-cut-off' })];
  }
  return previous?.side === 'BEGIN' ? [] : [wholeBlock(label, before, 'begin-missing', { code: 'pem-begin-missing' })];
}

/** The lines of Base64 next to the edge, when they are one whole structure. */
function wholeBlock(label: string, text: string, layer: Layer, problem: KeyFileProblem): Mended {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const der = decodeBase64(lines.filter((line) => /^[A-Za-z0-9+/]+={0,2}$/.test(line)).join(''));
  // OpenSSH's own format is no DER; its reader tells whether it is whole.
  const isComplete = der !== null && (label.startsWith('OPENSSH') || derElements(der)?.length === 1);
  return isComplete
    ? { block: { label, headers: '', der }, layer, problem: null }
    : { block: null, layer: null, problem };
}
