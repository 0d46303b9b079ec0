// The way of a certificate request to an authority and of its reply back, by files of the officer's choice.
import { createHash } from 'node:crypto';
import type { AcceptedReply, ReplyArgs, RequestArgs } from '../../shared/domain/key-ring/certificates.ts';
import type { SavedFile } from '../../shared/contract/saved-file.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { FileDialogs } from './dialogs.ts';
import type { DialogWords } from './words/words.ts';

/** `null` when the person closed the dialog. */
export async function saveRequest(
  custodian: Pick<Custodian, 'requestCertificate'>,
  dialogs: Pick<FileDialogs, 'saveAs'>,
  args: RequestArgs,
): Promise<SavedFile> {
  const { fileName: suggested, bytes } = await custodian.requestCertificate(args);
  const fileName = await dialogs.saveAs(suggested, bytes);
  return fileName === null ? null : { fileName, sha256: createHash('sha256').update(bytes).digest('hex') };
}

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
