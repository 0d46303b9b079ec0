// From octets to what they hold: the layers around the content are taken off one after the other, and the container inside is
// read by its own reader. The one way in, for import and inspection alike.
import { gunzipSync } from 'node:zlib';
import { jsonOf } from '../../shared/encoding/bounded-json.ts';
import type { Layer } from '../../shared/domain/reading/notes.ts';
import { derLength } from '../../shared/encoding/der.ts';
import { erasing } from '../ports/secret.ts';
import { asDer } from './ber.ts';
import { ageContents, readAgeKeys } from './containers/age.ts';
import { isBouncyStore, readBouncyStore } from './containers/bouncy-store.ts';
import { isPvk, readCapiBlob, readPvk } from './containers/capi.ts';
import type { Context } from './containers/context.ts';
import { readDer } from './containers/der.ts';
import { javaStoreKind, readJavaStore } from './containers/java-store.ts';
import { joseDocument } from './containers/jose-document.ts';
import { readJose } from './containers/jose.ts';
import { readJson } from './containers/json.ts';
import { isOpenssh, readOpenssh } from './containers/openssh.ts';
import { readOtherBinary, readWebPage } from './containers/other-files.ts';
import { readPem } from './containers/pem.ts';
import { puttyFile, readPutty } from './containers/putty.ts';
import { readSettings } from './containers/settings.ts';
import { readSsh2, readSshPublic } from './containers/ssh-public.ts';
import { readXml } from './containers/xml.ts';
import { merged } from './containers/merged.ts';
import { type Contents, contents, keysIn, overwrite, partPiece, within } from './contents.ts';
import { format, part } from './inspect/finding.ts';
import { bareOctets, base64Runs } from './layers/bare.ts';
import { jsonProblem, withoutTrailingCommas } from './layers/broken-json.ts';
import { textOf } from './layers/text-of.ts';
import { hasPrivateTraces } from './layers/traces.ts';
import { pemBlocks } from './pem-blocks.ts';
import { isLarge, readLargeText } from './read-large.ts';
import type { Unlocking } from './protection/unlock.ts';

/** Deeper than anybody wraps a key. */
const MAX_DEPTH = 5;
const MAX_UNPACKED = 1024 * 1024;

/** The caller owns `file`, and overwrites what is found. Throws nothing for what is in it. */
export const readContent = (file: Uint8Array, unlocking: Unlocking): Promise<Contents> =>
  readBytes(file, contextAt(0, unlocking));

function contextAt(depth: number, unlocking: Unlocking): Context {
  const isDeep = depth >= MAX_DEPTH;
  const inner = (): Context => contextAt(depth + 1, unlocking);
  return {
    unlocking,
    inside: {
      bytes: async (bytes) => (isDeep ? null : readBytes(bytes, inner())),
      text: async (text) => (isDeep ? null : readText(text, inner())),
    },
  };
}

async function readBytes(file: Uint8Array, context: Context): Promise<Contents> {
  if (file.every((octet) => octet === 0)) {
    const warnings = file.length === 0 ? [] : (['zeros'] as const);
    return contents('empty', { code: 'none' }, [], { warnings, refusal: { code: 'empty' } });
  }
  const found = (await readBinary(file, context)) ?? readOtherBinary(file);
  if (found !== null) {
    return found;
  }
  if (isLarge(file)) {
    return readLargeText(file, context.unlocking);
  }
  const { text, layers } = textOf(file);
  const read = await readText(text, context);
  return { ...read, layers: [...layers, ...read.layers] };
}

async function readBinary(file: Uint8Array, context: Context): Promise<Contents | null> {
  const { unlocking } = context;
  if (file[0] === 0x30) {
    return readSequence(file, unlocking);
  }
  if (javaStoreKind(file) !== null) {
    return readJavaStore(file, unlocking);
  }
  if (isPvk(file)) {
    return readPvk(file, unlocking);
  }
  if (isOpenssh(file)) {
    return readOpenssh(file, unlocking);
  }
  if (isBouncyStore(file)) {
    return readBouncyStore(file, unlocking);
  }
  const isGzip = file[0] === 0x1f && file[1] === 0x8b;
  return isGzip ? readGzip(file, context) : readCapiBlob(file);
}

/** DER or BER, whole, with something behind it, or cut off. `null` for a text that happens to begin with a zero. */
async function readSequence(file: Uint8Array, unlocking: Unlocking): Promise<Contents | null> {
  const whole = asDer(file);
  if (whole !== null) {
    const found = await readStructure(whole, file, unlocking);
    return (
      found ?? contents('unknown', format('DER'), [], { warnings: ['unknown-der'], refusal: { code: 'other-der' } })
    );
  }
  const length = derLength(file);
  if (length === null) {
    return null;
  }
  if (length < file.length) {
    return readFirst(file, length, unlocking);
  }
  // A text in hex begins so too; DER has octets that no text has.
  const isText = file.subarray(0, 64).every((octet) => octet >= 0x09 && octet < 0x7f);
  return isText || length > MAX_WHOLE
    ? null
    : contents('unknown', format('DER'), [], {
        warnings: [{ code: 'cut-off', bytes: file.length, of: length }],
        refusal: { code: 'der-cut-off', bytes: file.length, of: length },
      });
}

/** Line ends and blanks come from editors; anything else would be read by one program and not by another. */
async function readFirst(file: Uint8Array, length: number, unlocking: Unlocking): Promise<Contents | null> {
  const first = asDer(file.subarray(0, length));
  const found = first === null ? null : await readStructure(first, file, unlocking);
  const behind = file.subarray(length);
  if (found === null || behind.every((octet) => BLANKS.has(octet))) {
    return within('octets-behind', found);
  }
  overwrite(found);
  const refusal = { code: 'octets-behind', count: behind.length } as const;
  const parts = keysIn(found).map(() => partPiece(part('private key', {})));
  return contents(found.kind, found.format, parts, { refusal });
}

const BLANKS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20]);

const MAX_WHOLE = 16 * 1024 * 1024;

/** `der` is overwritten when it is a copy. */
async function readStructure(der: Uint8Array, file: Uint8Array, unlocking: Unlocking): Promise<Contents | null> {
  try {
    return await readDer(der, { encoding: 'DER' }, unlocking);
  } finally {
    if (der.buffer !== file.buffer) {
      der.fill(0);
    }
  }
}

async function readGzip(file: Uint8Array, { inside }: Context): Promise<Contents> {
  const archive = [partPiece(part('gzip archive', {}))];
  try {
    using unpacked = erasing(gunzipSync(file, { maxOutputLength: MAX_UNPACKED }));
    const found = within('gzip', await inside.bytes(unpacked));
    return found !== null && found.kind !== 'unknown'
      ? found
      : contents('document', { code: 'binary' }, archive, { refusal: { code: 'other-file' } });
  } catch (cause) {
    if (
      cause instanceof Error &&
      'code' in cause &&
      typeof cause.code === 'string' &&
      /^(Z_|ERR_BUFFER)/.test(cause.code)
    ) {
      return contents('document', { code: 'binary' }, archive, { refusal: { code: 'gzip-damaged' } });
    }
    throw cause;
  }
}

async function readText(given: string, context: Context): Promise<Contents> {
  const text = given.trim().replace(/^\uFEFF/, '');
  if (text === '') {
    return contents('empty', { code: 'text' }, [], { refusal: { code: 'empty' } });
  }
  const found =
    (await readKnown(text, context)) ?? (await readArmoured(text, context)) ?? (await readOpaque(text, context));
  return found ?? readUnknown(text);
}

/** Documents that say what they are. */
async function readKnown(text: string, context: Context): Promise<Contents | null> {
  const jose = joseDocument(text);
  if (jose !== null && jose.form !== 'json') {
    return readJose(jose, context.unlocking);
  }
  const json = /^[[{]/.test(text) ? jsonIn(text) : null;
  if (json !== null) {
    return json.isMended ? within('trailing-commas', await json.read(context)) : json.read(context);
  }
  const putty = puttyFile(text);
  if (putty !== null) {
    return readPutty(putty, context.unlocking);
  }
  return text.startsWith('age-encryption.org/') ? ageContents(text, format('age')) : readSsh2(text);
}

interface Json {
  isMended: boolean;
  read(context: Context): Promise<Contents>;
}

function jsonIn(text: string): Json | null {
  const whole = jsonOf(text);
  const value: unknown = whole ?? withoutTrailingCommas(text);
  if (value === null || value === undefined) {
    return null;
  }
  return {
    isMended: whole === null,
    read(context) {
      const jose = joseDocument(JSON.stringify(value));
      return jose !== null && jose.form !== 'json' ? readJose(jose, context.unlocking) : readJson(value, context);
    },
  };
}

/** PEM, however it was copied; where it holds no private key, whatever else lies in the text. */
async function readArmoured(text: string, context: Context): Promise<Contents | null> {
  const { blocks, layers, cutOff, problem } = pemBlocks(text);
  if (blocks.length === 0) {
    const found = cutOff ? await readAround(text, context) : null;
    return found ?? (problem === null ? null : cutBlock(text, problem));
  }
  const pem = await readPem(blocks, context.unlocking);
  const read: Contents = {
    ...pem,
    layers: [...layers, ...pem.layers],
    warnings: [...pem.warnings, cutOff ? 'block-cut-off' : null],
  };
  const around = keysIn(read).length === 0 && !read.kind.startsWith('P') ? await readAround(text, context) : null;
  return around !== null && keysIn(around).length > 0 ? merged([around, read], read.format) : read;
}

const cutBlock = (text: string, problem: NonNullable<ReturnType<typeof pemBlocks>['problem']>): Contents =>
  contents(hasPrivateTraces(text) ? 'private key' : 'unknown', format('PEM'), tracePieces(text), {
    warnings: ['only-block-cut-off'],
    refusal: problem,
  });

const readAround = async (text: string, context: Context): Promise<Contents | null> =>
  (await readSettings(text, context)) ?? readRuns(text, context);

/** Texts whose content does not show at once. */
async function readOpaque(text: string, context: Context): Promise<Contents | null> {
  const bare = await readBare(text, context);
  if (bare !== null) {
    return bare;
  }
  const page = readWebPage(text);
  const markup = page ?? (text.startsWith('<') ? await readXml(text, context) : null);
  if (markup !== null && (keysIn(markup).length > 0 || page === null)) {
    return markup;
  }
  const known = page ?? readSshPublic(text) ?? readAgeKeys(text);
  const around = known === null || page !== null ? await readAround(text, context) : null;
  return around ?? known;
}

/** Base64 or hex of anything, such as an `x5c` member. */
async function readBare(text: string, { inside, unlocking }: Context): Promise<Contents | null> {
  const bare = bareOctets(text);
  if (bare === null) {
    return null;
  }
  using octets = erasing(bare.octets);
  const der = asDer(octets);
  if (der !== null && bare.layer === 'base64') {
    using copy = erasing(der);
    return await readDer(copy, { encoding: 'Base64' }, unlocking);
  }
  const found = await inside.bytes(octets);
  return found === null || NOTHING.has(found.kind) ? null : within(bare.layer, found);
}

const NOTHING: ReadonlySet<Contents['kind']> = new Set(['unknown', 'empty', 'document']);

async function readRuns(text: string, context: Context): Promise<Contents | null> {
  const found: Contents[] = [];
  for (const run of base64Runs(text)) {
    const read = run === text ? null : await readBare(run, context);
    if (read !== null) {
      found.push(read.layers.length === 0 ? { ...read, layers: ['base64'] satisfies Layer[] } : read);
    }
  }
  return merged(found, { code: 'text' });
}

/** Nothing that can be read; a private key is named as one all the same. */
function readUnknown(text: string): Contents {
  if (/^[[{]/.test(text)) {
    const kind = hasPrivateTraces(text) ? 'private key' : 'unknown';
    return contents(kind, format('JSON'), tracePieces(text), { refusal: jsonProblem(text) });
  }
  if (hasPrivateTraces(text)) {
    return contents('private key', { code: 'text' }, tracePieces(text), {
      refusal: { code: 'private-key-unreadable' },
    });
  }
  // oxlint-disable-next-line no-control-regex
  const isText = !/[\0-\x08\x0e-\x1f\uFFFD]/.test(text.slice(0, 4096));
  const isSsh = /^(ssh-|ecdsa-sha2-)/.test(text);
  return contents('unknown', { code: isText ? 'text' : 'binary' }, [], {
    refusal: { code: isSsh ? 'ssh-public-key' : 'unknown' },
  });
}

const tracePieces = (text: string): Contents['pieces'] =>
  hasPrivateTraces(text) ? [partPiece(part('private key', {}, ['key-in-the-clear']))] : [];
