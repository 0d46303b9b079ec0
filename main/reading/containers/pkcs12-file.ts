// A PKCS#12 file of any age: what it says of itself without its passphrase, and with it every key and certificate in it, with
// the names and links that the file gives.
import type { Encoding } from '../../../shared/domain/reading/schemes.ts';
import type { FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { derBytes } from '../../encoding/der.ts';
import { derChildren, TAG } from '../../../shared/encoding/der.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import {
  type Contents,
  contents,
  certificatePiece,
  keyPiece,
  keysIn,
  overwrite,
  partPiece,
  type Piece,
} from '../contents.ts';
import { type Facts, format, MAX_PARTS, part, reasonOf, scheme } from '../inspect/finding.ts';
import { keyShape } from '../key-shape.ts';
import { isLegacy, type Scheme } from '../protection/scheme.ts';
import { schemeOf } from '../protection/scheme-of.ts';
import { stillLocked, unlock, type Unlocking } from '../protection/unlock.ts';
import { onlyOnce } from './once.ts';
import { tooManyKeys } from './found-key.ts';
import { type Bag, bagsOf, certificateIn, type Pkcs12, readPkcs12, type Safe } from './pkcs12.ts';
import { type Pkcs12Mac, pkcs12Mac } from './pkcs12-mac.ts';

const FORMAT = { code: 'named', name: 'PKCS#12' } as const;

/** `der` is one SEQUENCE. */
export async function readPkcs12File(der: Uint8Array, encoding: Encoding, unlocking: Unlocking): Promise<Contents> {
  const written = format(`PKCS#12 ${encoding}`);
  const outside: Piece[] = [];
  try {
    const file = readPkcs12(der);
    outside.push(
      partPiece(macPart(file)),
      ...file.safes
        .slice(0, MAX_PARTS)
        .flatMap(safeParts)
        .map((each) => partPiece(each)),
    );
    requireBudget(file, unlocking);
    await requireMac(file, unlocking);
    const found = contents('PKCS#12', written, [...outside, ...(await open(file, unlocking))]);
    return { ...found, isProtected: found.isProtected || file.mac !== null };
  } catch (error) {
    if (error instanceof CustodianError) {
      return contents('PKCS#12', written, outside, { refusal: error });
    }
    throw error;
  }
}

async function open(file: Pkcs12, unlocking: Unlocking): Promise<Piece[]> {
  const safes: { content: Uint8Array; isClear: boolean }[] = [];
  const pieces: Piece[] = [];
  try {
    for (const { algorithm, content } of file.safes) {
      const isClear = algorithm === null;
      safes.push({
        isClear,
        content: isClear ? Buffer.from(content) : await unlock(algorithm, content, unlocking, FORMAT),
      });
    }
    const bags = safes.flatMap(({ content, isClear }) => bagsOf(content).map((bag) => ({ bag, isClear })));
    const keyBags = bags.filter(({ bag: { kind } }) => kind === 'key' || kind === 'encrypted key');
    const crowded = tooManyKeys(keyBags.length);
    if (crowded !== null) {
      throw crowded;
    }
    for (const { bag, isClear } of keyBags) {
      pieces.push(await keyIn(bag, isClear, unlocking));
    }
    for (const { bag } of bags.filter(({ bag: { kind } }) => kind === 'certificate')) {
      const certificate = certificateIn(bag);
      if (certificate !== null) {
        pieces.push(certificatePiece(Buffer.from(certificate), bag.link));
      }
    }
    if (keysIn({ pieces }).length === 0) {
      throw unreadable({ code: 'no-private-key' });
    }
    return pieces;
  } catch (error) {
    overwrite({ pieces });
    throw error;
  } finally {
    safes.forEach(({ content }) => content.fill(0));
  }
}

/** A file without a MAC may still be opened: its encryption tells a wrong passphrase too. */
async function requireMac(file: Pkcs12, unlocking: Unlocking): Promise<void> {
  if (file.mac === null) {
    return;
  }
  const check = pkcs12Mac(file.mac);
  if (await check.fits(unlocking.passphrase, file.authenticated, unlocking.budget)) {
    return;
  }
  throw (await opensAnyway(file, unlocking)) ? unreadable({ code: 'mac-unfit' }) : stillLocked(unlocking, FORMAT);
}

/** Where the passphrase opens what is encrypted and the MAC does not fit, the file was changed. */
async function opensAnyway({ safes }: Pkcs12, unlocking: Unlocking): Promise<boolean> {
  const first = safes.find(({ algorithm }) => algorithm !== null);
  if (first === undefined || !unlocking.isGiven) {
    return false;
  }
  try {
    using opened = erasing(await unlock(first.algorithm ?? undefined, first.content, unlocking, FORMAT));
    return opened.length > 0;
  } catch {
    return false;
  }
}

/** All that the file asks for, as far as it shows without its passphrase: refused before the passphrase is asked for. */
function requireBudget(file: Pkcs12, { budget }: Unlocking): void {
  const steps: (Pkcs12Mac | Scheme)[] = [
    ...(file.mac === null ? [] : [pkcs12Mac(file.mac)]),
    ...file.safes.flatMap(({ algorithm, content }) =>
      algorithm === null
        ? keyBagsOf(content).map(({ value }) => schemeOf(derChildren(value)[0]))
        : [schemeOf(algorithm)],
    ),
  ];
  const dearest = steps.toSorted((a, b) => b.work - a.work)[0];
  if (dearest !== undefined) {
    const derivation = 'derivation' in dearest ? dearest.derivation : dearest.scheme;
    budget.require(
      steps.reduce((sum, { work }) => sum + work, 0),
      derivation,
    );
  }
}

const keyBagsOf = (content: Uint8Array): Bag[] => bagsOf(content).filter(({ kind }) => kind === 'encrypted key');

async function keyIn(bag: Bag, isClear: boolean, unlocking: Unlocking): Promise<Piece> {
  using pkcs8 = erasing(await pkcs8In(bag, unlocking));
  const facts: Facts = { Protection: { code: 'by-pkcs12' } };
  return keyPiece({
    name: bag.name,
    shape: onlyOnce(keyShape(pkcs8)),
    source: FORMAT,
    link: bag.link,
    protection: isClear && bag.kind === 'key' ? null : { facts, isWeak: false },
  });
}

async function pkcs8In({ kind, value }: Bag, unlocking: Unlocking): Promise<Uint8Array> {
  if (kind === 'key') {
    return derBytes(value);
  }
  const [algorithm, data] = derChildren(value);
  if (data?.tag !== TAG.octetString) {
    throw unreadable(DAMAGED);
  }
  return unlock(algorithm, data.contents, unlocking, FORMAT);
}

function macPart({ mac }: Pkcs12): FoundPart {
  if (mac === null) {
    return part('integrity check', {}, ['no-mac']);
  }
  try {
    return part('integrity check', { Method: scheme(pkcs12Mac(mac).scheme) });
  } catch (error) {
    return part('integrity check', {}, [reasonOf(error)]);
  }
}

function safeParts({ algorithm, content }: Safe): FoundPart[] {
  try {
    if (algorithm !== null) {
      return [encryptedPart('encrypted content', schemeOf(algorithm), { Bytes: content.length })];
    }
    return bagsOf(content)
      .slice(0, MAX_PARTS)
      .map(({ kind, name, value }) =>
        kind === 'encrypted key'
          ? encryptedPart(kind, schemeOf(derChildren(value)[0]), { Name: name })
          : part(kind, { Name: name }, [kind === 'key' ? 'key-in-the-clear' : null]),
      );
  } catch (error) {
    return [part('content', {}, [reasonOf(error)])];
  }
}

const encryptedPart = (
  what: 'encrypted content' | 'encrypted key',
  { derivation, cipher }: Scheme,
  facts: Facts,
): FoundPart =>
  part(what, { ...facts, Cipher: cipher, 'Key derivation': scheme(derivation) }, [
    isLegacy(derivation) ? 'weak-protection' : null,
  ]);
