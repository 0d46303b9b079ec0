// The PEM blocks of a text, one after the other. Labels are not believed: what a block holds is judged by its octets.
import type { Container, FileFormat } from '../../../shared/domain/reading/schemes.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import { type DerElement, derElements, derOid, TAG } from '../../../shared/encoding/der.ts';
import { erasing } from '../../ports/secret.ts';
import { asDer } from '../ber.ts';
import { certificateStructure } from '../certificate-structure.ts';
import { certificatePiece, type Contents, contents, keyPiece, keysIn, overwrite, partPiece } from '../contents.ts';
import { format, MAX_LISTED, part, scheme } from '../inspect/finding.ts';
import { keyShape } from '../key-shape.ts';
import type { PemBlock } from '../layers/pem-strict.ts';
import { isTraditionallyEncrypted, openTraditional, traditionalCipher } from '../protection/traditional-pem.ts';
import type { Unlocking } from '../protection/unlock.ts';
import { ageContents } from './age.ts';
import { firstElement, readDer } from './der.ts';
import { lockedBy, MAX_KEYS, sourceOf, tooManyKeys } from './found-key.ts';
import { merged } from './merged.ts';
import { onlyOnce } from './once.ts';
import { readOpenssh } from './openssh.ts';

/** What the encrypted blocks of the days before PKCS#8 hold. */
const TRADITIONAL: Readonly<Record<string, Container>> = { 'RSA PRIVATE KEY': 'PKCS#1', 'EC PRIVATE KEY': 'SEC1' };

const isCertificate = ({ label }: PemBlock): boolean => /^(X509 |TRUSTED )?CERTIFICATE$/.test(label);

const isPrivate = ({ label }: PemBlock): boolean => label.includes('PRIVATE KEY');

/** More blocks than a person looks at; certificates and private keys are looked for beyond. */
const MAX_BLOCKS = 100;

/** Overwrites the blocks. */
export async function readPem(blocks: readonly PemBlock[], unlocking: Unlocking): Promise<Contents> {
  const found: Contents[] = [];
  try {
    let curve: DerElement | null = null;
    for (const block of chosen(blocks)) {
      found.push(await readBlock(block, curve, unlocking));
      curve = curveIn(block);
    }
  } catch (error) {
    found.forEach(overwrite);
    throw error;
  } finally {
    blocks.forEach(({ der }) => der?.fill(0));
  }
  const whole = merged(found, { code: 'blocks', count: blocks.length }) ?? contents('unknown', format('PEM'), []);
  const crowded = tooManyKeys(blocks.filter(isPrivate).length);
  const isCut = blocks.length > found.length;
  return {
    ...whole,
    warnings: [...whole.warnings, isCut ? { code: 'only-first-blocks', shown: found.length } : null],
    refusal: crowded ?? whole.refusal ?? (keysIn(whole).length === 0 ? notAKey(blocks) : null),
  };
}

function chosen(blocks: readonly PemBlock[]): PemBlock[] {
  const first = blocks.slice(0, MAX_BLOCKS);
  const rest = blocks.slice(MAX_BLOCKS);
  const keys = rest.filter(isPrivate).slice(0, Math.max(0, MAX_KEYS - first.filter(isPrivate).length));
  const certificates = rest.filter(isCertificate).slice(0, MAX_LISTED - MAX_BLOCKS);
  const further = new Set([...keys, ...certificates]);
  return [...first, ...rest.filter((block) => further.has(block))];
}

const notAKey = (blocks: readonly PemBlock[]): Contents['refusal'] =>
  contents('unknown', format('PEM'), [], { refusal: problemOf(blocks[0]) }).refusal;

const problemOf = (block: PemBlock | undefined): KeyFileProblem => {
  if (block?.label.startsWith('PGP ') === true) {
    return { code: 'pgp-key' };
  }
  return block?.der === null ? { code: 'pem-damaged' } : { code: 'no-private-key' };
};

async function readBlock(block: PemBlock, curve: DerElement | null, unlocking: Unlocking): Promise<Contents> {
  const { label, der } = block;
  const unknown = { code: 'pem-block', label } as const;
  if (label.startsWith('PGP ')) {
    const refusal = { code: 'pgp-key' } as const;
    return contents('PGP', { code: 'pgp-armour' }, [partPiece(part({ code: 'pgp-block', label }, {}))], { refusal });
  }
  if (isTraditionallyEncrypted(block)) {
    return readTraditional(block, unlocking);
  }
  if (der === null) {
    return isPrivate(block)
      ? damagedBlock({ code: 'pem-damaged' })
      : contents('unknown', format('PEM'), [partPiece(part(unknown, {}, ['not-base64']))], {
          refusal: { code: 'pem-damaged' },
        });
  }
  if (label === 'OPENSSH PRIVATE KEY') {
    return readOpenssh(der, unlocking);
  }
  if (label === 'AGE ENCRYPTED FILE') {
    return ageContents(der.toString('latin1'), { code: 'age-armour' });
  }
  // OpenSSL's TRUSTED CERTIFICATE has notes behind the certificate.
  const content = (isCertificate(block) ? firstElement(der) : null) ?? asDer(der) ?? der;
  if (isCertificate(block) && certificateStructure(content) !== null) {
    return contents('certificate', format('X.509 PEM'), [certificatePiece(content)], {
      refusal: { code: 'certificate' },
    });
  }
  const found = await readDer(content, { encoding: 'PEM', curve }, unlocking);
  if (found !== null) {
    return found;
  }
  if (isPrivate(block)) {
    return damagedBlock({ code: 'damaged' });
  }
  const shown = partPiece(part(unknown, { Bytes: der.length }));
  // A certificate that cannot be read stays there to be refused beside its key.
  const damaged = isCertificate(block) ? [{ ...certificatePiece(content), isShown: false }] : [];
  return contents('unknown', format('PEM'), [shown, ...damaged], { refusal: { code: 'damaged' } });
}

function damagedBlock(problem: KeyFileProblem): Contents {
  const source = format('PEM');
  return contents('private key', source, [keyPiece({ shape: { form: 'foreign', problem }, source })]);
}

/** The curve that an `EC PARAMETERS` block names for the key behind it. */
function curveIn({ label, der }: PemBlock): DerElement | null {
  const [only, ...more] = label === 'EC PARAMETERS' && der !== null ? (derElements(Buffer.from(der)) ?? []) : [];
  return only !== undefined && more.length === 0 && (only.tag === TAG.sequence || derOid(only) !== null) ? only : null;
}

/** How such a block is called. */
const traditionalFormat = ({ label }: PemBlock): FileFormat => ({
  code: 'key',
  container: TRADITIONAL[label] ?? null,
  encoding: 'PEM',
  encrypted: false,
});

async function readTraditional(block: PemBlock, unlocking: Unlocking): Promise<Contents> {
  const written = traditionalFormat(block);
  let protection = { facts: {}, isWeak: true };
  try {
    const { cipher } = traditionalCipher(block);
    const derivation = scheme({ code: 'one-round', hash: 'MD5' });
    protection = { ...protection, facts: { Cipher: cipher.name, 'Key derivation': derivation } };
    using der = erasing(await openTraditional(block, unlocking, written));
    const shape = onlyOnce(keyShape(der));
    return contents('private key', written, [keyPiece({ shape, source: sourceOf(shape, 'PEM', true), protection })]);
  } catch (error) {
    return contents('private key', written, [keyPiece({ shape: lockedBy(error), source: written, protection })]);
  }
}
