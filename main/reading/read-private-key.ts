// Reads one private key from a file of any kind that is known here (read-content.ts) and hands it on in one normal form. The
// structure is judged first and the key is tried out last.
import type { FoundWarning } from '../../shared/domain/reading/inspection.ts';
import type { KeyKind } from '../../shared/domain/reading/schemes.ts';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { KeyFromFile, ReadOptions } from '../ports/reading.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';
import { publicMembers } from '../encoding/public-parts.ts';
import { chooseEntry, entriesOf } from './choose-key.ts';
import type { FoundKey } from './containers/found-key.ts';
import { certificatesIn, type Contents, keysIn } from './contents.ts';
import { judgedEntry, ringsFor, usableShape } from './judge-entry.ts';
import { keyInHand } from './private-key.ts';
import type { PrivateShape } from './private-shape.ts';
import { kindOf } from './kind-of.ts';
import { readContents } from './read-contents.ts';

/** By then every certificate has ended, so that the last one is taken. */
const THE_LAST = new Date('9999-12-31T23:59:59Z');

/** Throws the codes that the port names, and nothing else. The caller overwrites file and passphrase. */
export async function readPrivateKey(
  file: Uint8Array,
  ring: KeyRing,
  { passphrase, entry: wanted, allowSmallExponent, allowLongWork = false, now = THE_LAST }: ReadOptions,
): Promise<KeyFromFile> {
  using contents = await readContents(file, { passphrase, allowLongWork });
  if (contents.refusal !== null) {
    throw contents.refusal;
  }
  const entries = entriesOf(keysIn(contents));
  requireOpen(
    entries.map(({ key }) => key),
    wanted,
  );
  const chosen = chooseEntry(entries, wanted);
  const { source, kid } = chosen.key;
  requireRing(chosen.key, usableShape(chosen.key), ring);
  const judging = { allowSmallExponent, testPrimes: true };
  const whole = { entries, certificates: certificatesIn(contents) };
  const { privateKey, spki, certificate, chain } = await judgedEntry(chosen, whole, judging, now);
  const thumbprint = jwkThumbprint(publicMembers(spki));
  const key = keyInHand(privateKey.export({ format: 'der', type: 'pkcs8' }), spki);
  return { key, thumbprint, source, kid, certificate, chain, mended: mendedIn(contents, chosen.key) };
}

/** What inspection says of the file and of this key. */
const mendedIn = ({ layers, opened }: Contents, { shape }: FoundKey): FoundWarning[] => [
  ...layers.map((layer) => ({ code: 'layer', layer }) as const),
  ...(opened === 'as-given' ? [] : [{ code: 'passphrase-form', form: opened } as const]),
  ...(shape.form === 'private' ? shape.repairs.map((repair) => ({ code: 'repaired', repair }) as const) : []),
];

/** Who does not say which key is meant may mean one that is still closed. */
function requireOpen(keys: readonly FoundKey[], wanted: string | null): void {
  const [why] = keys.flatMap(({ shape }) => (shape.form === 'locked' ? [shape.why] : []));
  if (why !== undefined && (wanted === null || isCustodianError(why, 'KEY_ENCRYPTED'))) {
    throw why;
  }
}

function requireRing(key: FoundKey, shape: PrivateShape, ring: KeyRing): void {
  if (ringsFor(key, shape).includes(ring.alg)) {
    return;
  }
  const alg = key.declared?.alg ?? null;
  const kind: KeyKind =
    alg !== null && /^[\w+-]{1,40}$/.test(alg)
      ? { code: 'marked', kind: kindOf(shape), alg }
      : shape.only === null
        ? kindOf(shape)
        : { code: 'bound', kind: kindOf(shape), algs: [...shape.only] };
  throw new CustodianError('KEY_RING_MISMATCH', { kind, ring: ring.name, alg: ring.alg });
}
