// XML: keys as .NET writes them, SAML metadata with its certificates and what each is for, and texts with keys in them. The
// parser knows no entities but those of XML itself, fetches nothing, and stops at a depth.
import sax, { type Tag } from 'sax';
import { certificateStructure } from '../certificate-structure.ts';
import { certificatePiece, type Contents, type Piece } from '../contents.ts';
import { type Facts, format, part } from '../inspect/finding.ts';
import type { FoundValue } from '../../../shared/domain/reading/inspection.ts';
import type { Context } from './context.ts';
import { asDocument, DOTNET_FORMAT, type Leaf, readLeaves, rsaParameters } from './document.ts';
import { printableName } from './found-key.ts';

const MAX_DEPTH = 100;
const MAX_ELEMENTS = 20_000;

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  /** Texts of the elements in it. */
  children: Record<string, string>;
}

interface Certificate {
  der: Buffer;
  use: FoundValue | null;
  at: string;
}

interface Tree {
  root: Element;
  leaves: Leaf[];
  certificates: Certificate[];
}

/** `null` when the text is no XML. */
export async function readXml(text: string, context: Context): Promise<Contents | null> {
  const tree = treeOf(text);
  if (tree === null) {
    return null;
  }
  const { root, leaves, certificates } = tree;
  const isSaml = /^Entit(y|ies)Descriptor$/.test(root.name);
  const entity = printableName(root.attributes['entityID']);
  const head = part(isSaml ? 'SAML metadata' : 'XML document', { Entity: isSaml ? entity : null });
  const found = await readLeaves(leaves, format('XML'), context);
  const document = asDocument(head, format('XML'), found, { code: 'xml' });
  return { ...document, pieces: [...document.pieces, ...certificates.flatMap(pieceOf)] };
}

function pieceOf({ der, use, at }: Certificate): Piece[] {
  const facts: Facts = { 'Used for': use, 'Found under': at };
  return certificateStructure(der) === null ? [] : [certificatePiece(der, null, facts)];
}

const LOCAL = /^(?:[^:]{0,60}:)?/;

function treeOf(text: string): Tree | null {
  const xml = sax.parser(true, { position: false });
  const open: Element[] = [];
  const tree: Tree = { root: { name: '', attributes: {}, text: '', children: {} }, leaves: [], certificates: [] };
  let elements = 0;
  const add = (piece: string): void => {
    const last = open.at(-1);
    if (last !== undefined) {
      last.text += piece;
    }
  };
  Object.assign(xml, {
    onerror(error: Error) {
      throw error;
    },
    onopentag({ name, attributes }: Tag) {
      elements += 1;
      if (open.length >= MAX_DEPTH || elements > MAX_ELEMENTS) {
        throw new RangeError('more XML than anybody writes by hand');
      }
      const own = Object.entries(attributes).map(([key, value]) => [key.replace(LOCAL, ''), value] as const);
      const element = { name: name.replace(LOCAL, ''), attributes: Object.fromEntries(own), text: '', children: {} };
      tree.root = elements === 1 ? element : tree.root;
      open.push(element);
    },
    ontext: add,
    oncdata: add,
    onclosetag() {
      const element = open.pop();
      if (element !== undefined) {
        closed(element, open, tree);
      }
    },
  });
  try {
    xml.write(text.trim()).close();
  } catch {
    return null;
  }
  return tree.root.name === '' ? null : tree;
}

function closed(element: Element, around: readonly Element[], tree: Tree): void {
  const { name, text } = element;
  const parent = around.at(-1);
  const at = [...around.map((each) => each.name), name];
  if (parent !== undefined) {
    parent.children[name] ??= text.trim();
  }
  const numbers = /^(RSAKeyValue|RSAParameters)$/.test(name) ? rsaParameters(element.children) : null;
  if (numbers !== null) {
    tree.leaves.push({ at, value: { jwks: [numbers], source: DOTNET_FORMAT } });
  } else if (name === 'X509Certificate') {
    const der = Buffer.from(text.replaceAll(/\s+/g, ''), 'base64');
    tree.certificates.push({ der, use: useOf(around), at: at.slice(1, -3).join(' › ') });
  } else if (text.trim() !== '') {
    tree.leaves.push({ at, value: { text } });
  }
  for (const [attribute, value] of Object.entries(element.attributes)) {
    tree.leaves.push({ at: [...at, attribute], value: { text: value } });
  }
}

/** SAML metadata §2.4.1.1: without `use`, a key is for both. A signature around it is the one on the document. */
function useOf(around: readonly Element[]): FoundValue | null {
  const descriptor = around.findLast(({ name }) => name === 'KeyDescriptor');
  if (descriptor === undefined) {
    return around.some(({ name }) => name === 'Signature') ? { code: 'own-signature' } : null;
  }
  const { use } = descriptor.attributes;
  return use === 'signing' || use === 'encryption' ? { code: use } : { code: 'signing-and-encryption' };
}
