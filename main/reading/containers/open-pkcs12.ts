// Opens a PKCS#12 file of any age: every key in it and every certificate, with the names and links that the file gives.
import { CustodianError } from '../../../shared/errors.ts';
import { derBytes } from '../../encoding/der.ts';
import { derChildren, TAG } from '../../../shared/encoding/der.ts';
import { keyShape } from '../key-shape.ts';
import { requirePassphrase, unlock, type Unlocking } from '../protection/unlock.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { type FoundKey, type OpenedFile, overwrite, requireFewKeys } from './found-key.ts';
import { type Bag, bagsOf, certificateIn, type Pkcs12, readPkcs12 } from './pkcs12.ts';
import { pkcs12Mac } from './pkcs12-mac.ts';
import { erasing } from '../../ports/secret.ts';

const FORMAT = 'PKCS#12';

/** Throws KEY_ENCRYPTED, KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED or KEY_UNREADABLE. */
export async function openPkcs12(der: Uint8Array, unlocking: Unlocking): Promise<OpenedFile> {
  const file = readPkcs12(der);
  await requireMac(file, unlocking);
  const contents: Uint8Array[] = [];
  const opened: OpenedFile = { keys: [], certificates: [] };
  try {
    for (const { algorithm, content } of file.safes) {
      contents.push(algorithm === null ? Buffer.from(content) : await unlock(algorithm, content, unlocking, FORMAT));
    }
    const bags = contents.flatMap((content) => bagsOf(content));
    const keyBags = bags.filter(({ kind }) => kind === 'key' || kind === 'encrypted key');
    requireFewKeys(keyBags.length);
    for (const bag of bags.filter(({ kind }) => kind === 'certificate')) {
      const certificate = certificateIn(bag);
      if (certificate !== null) {
        opened.certificates.push({ der: Buffer.from(certificate), link: bag.link });
      }
    }
    for (const bag of keyBags) {
      opened.keys.push(await openKeyBag(bag, unlocking));
    }
    return opened;
  } catch (error) {
    overwrite(opened);
    throw error;
  } finally {
    contents.forEach((content) => content.fill(0));
  }
}

/** A file without a MAC may still be opened: its encryption tells a wrong passphrase too. */
export async function requireMac({ mac, authenticated }: Pkcs12, unlocking: Unlocking): Promise<void> {
  if (mac === null) {
    return;
  }
  const check = pkcs12Mac(mac);
  const passphrase = requirePassphrase(unlocking, FORMAT);
  if (!(await check.fits(passphrase, authenticated, unlocking.budget))) {
    throw new CustodianError('KEY_PASSPHRASE_WRONG', { format: FORMAT });
  }
}

async function openKeyBag(bag: Bag, unlocking: Unlocking): Promise<FoundKey> {
  using pkcs8 = erasing(await pkcs8In(bag, unlocking));
  return { name: bag.name, kid: null, shape: keyShape(pkcs8), source: FORMAT, link: bag.link, declared: null };
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
