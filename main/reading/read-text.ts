// Text: documents that say what they are, armour, bare Base64 or hex, and keys in the midst of other words.
import { jsonOf } from '../../shared/encoding/bounded-json.ts';
import type { Layer } from '../../shared/domain/reading/notes.ts';
import { erasing } from '../ports/secret.ts';
import { asDer } from './ber.ts';
import { ageContents, readAgeKeys } from './containers/age.ts';
import type { Context } from './containers/context.ts';
import { readDer } from './containers/der.ts';
import { joseDocument } from './containers/jose-document.ts';
import { readJose } from './containers/jose.ts';
import { readJson } from './containers/json.ts';
import { readWebPage } from './containers/other-files.ts';
import { readPem } from './containers/pem.ts';
import { puttyFile, readPutty } from './containers/putty.ts';
import { readSettings } from './containers/settings.ts';
import { readSsh2, readSshPublic } from './containers/ssh-public.ts';
import { readXml } from './containers/xml.ts';
import { merged } from './containers/merged.ts';
import { type Contents, contents, keysIn, partPiece, within } from './contents.ts';
import { format, part } from './inspect/finding.ts';
import { bareOctets, base64Runs } from './layers/bare.ts';
import { jsonProblem, withoutTrailingCommas } from './layers/broken-json.ts';
import { hasPrivateTraces } from './layers/traces.ts';
import { pemBlocks } from './pem-blocks.ts';

/** Whatever stands around it. Always answers: what is no key is named as what it is. */
export async function readText(given: string, context: Context): Promise<Contents> {
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
