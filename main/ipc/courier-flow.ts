// The air gap from the window: a bundle leaves through a save dialog, a receipt comes back from a file. Whether a new
// courier is the right one is asked for here, in a dialog that the page can neither see nor answer.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { SavedBundle } from '../../shared/acts/offline.ts';
import { isCustodianError } from '../../shared/errors.ts';
import type { AcceptedReceipt } from '../../shared/domain/published-set/outbox.ts';
import type { Custodian } from '../acts/custodian.ts';
import { slug } from '../../shared/domain/exports/file-names.ts';
import { grouped } from './grouped.ts';
import type { FileDialogs } from './dialogs.ts';
import type { DialogWords } from '../../shared/words/words.ts';

/** `null` when the person closed the dialog; no bundle was made then. */
export async function saveBundle(
  custodian: Pick<Custodian, 'makeBundle'>,
  dialogs: Pick<FileDialogs, 'choosePlace'>,
  { as, ...args }: ParsedArgsOf<'bundle.save'>,
): Promise<SavedBundle | null> {
  const extension = as === 'qr' ? 'svg' : 'json';
  const place = await dialogs.choosePlace(`${slug(args.tenant) || 'tenant'}.bundle.${extension}`);
  if (place === null) {
    return null;
  }
  const { bundle, device, expiresAt } = await custodian.makeBundle(args, { qr: as === 'qr' }, ({ file, sheet }) =>
    place.save((sheet ?? file).bytes),
  );
  return { fileName: place.name, bundle, device, expiresAt };
}

/** `null` when the person closed the dialog or does not know the courier; nothing was recorded then. */
export async function takeReceipt(
  custodian: Pick<Custodian, 'acceptReceipt'>,
  dialogs: Pick<FileDialogs, 'chooseFile' | 'ask'>,
  { tenant }: ParsedArgsOf<'receipt.accept'>,
  { courier: words, confirmation }: DialogWords,
): Promise<AcceptedReceipt | null> {
  const file = await dialogs.chooseFile(words.receipt);
  if (file === null) {
    return null;
  }
  const text = Buffer.from(file.bytes).toString('utf8');
  try {
    return await custodian.acceptReceipt({ tenant }, text);
  } catch (error) {
    if (!isCustodianError(error, 'COURIER_DEVICE_UNKNOWN')) {
      throw error;
    }
    const { fingerprint } = error.facts;
    const agreed = await dialogs.ask({
      title: words.isItTheirs,
      tenant: null,
      facts: [{ label: confirmation.label.fingerprint, values: grouped(fingerprint), mono: true }],
      means: words.compare,
      yes: words.same,
      grave: false,
      fields: [],
    });
    return agreed !== null ? custodian.acceptReceipt({ tenant, courier: fingerprint }, text) : null;
  }
}
