// The reply of an authority to a certificate request, from a file of the officer's choice.
import type { AcceptedReply, ReplyArgs } from '../../shared/domain/key-ring/certificates.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { FileDialogs } from './dialogs.ts';
import type { DialogWords } from '../../shared/words/words.ts';

/** `null` when the person closed the dialog. */
export async function acceptReply(
  custodian: Pick<Custodian, 'acceptCertificate'>,
  dialogs: Pick<FileDialogs, 'chooseFile'>,
  args: ReplyArgs,
  { certificate: words }: DialogWords,
): Promise<AcceptedReply | null> {
  const file = await dialogs.chooseFile(words.reply);
  return file === null ? null : custodian.acceptCertificate(args, file.bytes);
}
