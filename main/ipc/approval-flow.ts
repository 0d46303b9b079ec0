// Asking a second officer, and answering one, from the window: files come and go through dialogs of this side, and what is asked
// is shown in the window of the main process. The page learns names of files and what was decided.
import { z } from 'zod';
import type { OpenedRequest, SavedAnswer } from '../../shared/acts/four-eyes.ts';
import type { ParsedArgsOf, ResultOf } from '../../shared/contract.ts';
import { ENVIRONMENTS, MAX_APPROVAL_BYTES } from '../../shared/domain/limits.ts';
import { CustodianError } from '../../shared/errors.ts';
import { requestFacts } from '../../shared/words/approval-request.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { Custodian } from '../acts/custodian.ts';
import { optionalReasonField } from './confirmation/fields.ts';
import type { FileDialogs } from './dialogs.ts';
import type { Question } from './question.ts';
import { saveOne } from './save-one.ts';

const fileOf = (text: string): Uint8Array => Buffer.from(`${text}\n`, 'utf8');
/** Long enough to tell files apart. */
const short = (id: string): string => id.slice(0, 8);

type Choosing = Pick<FileDialogs, 'refresh' | 'chooseFile'>;

/**
 * The text of the file inspected last, unless it was forgotten meanwhile; then, or otherwise, of one of the person's choice. Throws
 * APPROVAL_UNFIT.
 */
async function textChosen(
  { approvalIn }: Pick<Custodian, 'approvalIn'>,
  dialogs: Choosing,
  { inspected, title }: { inspected: boolean; title: string },
): Promise<string | null> {
  const known = inspected ? await dialogs.refresh() : null;
  const file = known ?? (await dialogs.chooseFile(title, MAX_APPROVAL_BYTES));
  try {
    return file && (await approvalIn(file.bytes));
  } finally {
    file?.bytes.fill(0);
  }
}

/** `null` when the person closed the dialog. */
export async function saveRequest(
  { requestApproval }: Pick<Custodian, 'requestApproval'>,
  dialogs: Pick<FileDialogs, 'saveAs'>,
  args: ParsedArgsOf<'approval.save'>,
): Promise<ResultOf<'approval.save'>> {
  const { text, request, picture } = await requestApproval(args);
  const fileName = `approval-request-${short(request.id)}.json`;
  const saved = await saveOne(dialogs, { fileName, bytes: fileOf(text), picture });
  return saved && { ...saved, picture: picture !== null };
}

/** Whether one was taken. Throws APPROVAL_UNFIT for what can serve nobody here, a no among it. */
export async function takeAnswer(
  custodian: Pick<Custodian, 'approvalIn' | 'openAnswer' | 'bringApproval'>,
  dialogs: Choosing,
  { inspected }: ParsedArgsOf<'approval.take'>,
  { approval: words }: DialogWords,
): Promise<boolean> {
  const text = await textChosen(custodian, dialogs, { inspected, title: words.choose });
  if (text === null) {
    return false;
  }
  const { decision, reason } = custodian.openAnswer(text);
  if (decision === 'refused') {
    throw new CustodianError('APPROVAL_UNFIT', { flaw: 'refused', reason, wanted: null });
  }
  custodian.bringApproval(text);
  return true;
}

/**
 * The text that was read once is what is shown and what is answered. `null` when the person closed a dialog or did not answer:
 * nothing was signed then.
 */
export async function answerInDialogs(
  custodian: Pick<Custodian, 'approvalIn' | 'requestToAnswer' | 'answerRequest'>,
  dialogs: Choosing & Pick<FileDialogs, 'ask' | 'choosePicturedPlace'>,
  { inspected }: ParsedArgsOf<'approval.answer'>,
  words: DialogWords,
): Promise<SavedAnswer | null> {
  const text = await textChosen(custodian, dialogs, { inspected, title: words.approval.chooseRequest });
  if (text === null) {
    return null;
  }
  const opened = custodian.requestToAnswer(text);
  const said = await dialogs.ask(questionAbout(opened, words));
  if (said === null) {
    return null;
  }
  // Asked for before it is signed: whoever closes this dialog has answered nothing.
  const place = await dialogs.choosePicturedPlace(`approval-answer-${short(opened.request.id)}.json`);
  if (place === null) {
    return null;
  }
  const decision = said.refused === true ? 'refused' : 'granted';
  const answered = await custodian.answerRequest(text, { decision, reason: said.reason ?? null });
  await place.save(fileOf(answered.text), answered.picture);
  return { fileName: place.name, decision, picture: answered.picture !== null };
}

function questionAbout(opened: OpenedRequest, words: DialogWords): Question {
  const { ask, request } = words.approval;
  const place = placeSchema.safeParse(opened.request.place);
  return {
    title: ask.title,
    // What is not as it is here is said where nobody has to look for it.
    means: opened.here === 'same' ? `${ask.look} ${ask.means}` : `${request.here[opened.here]} ${ask.look}`,
    yes: ask.yes,
    no: ask.no,
    // As the other machine has it; what is known here stands among the facts.
    tenant: place.success ? { name: place.data.tenant.name, environment: place.data.environment } : null,
    facts: requestFacts(request, opened),
    grave: false,
    fields: [optionalReasonField(words, ask.reason)],
  };
}

const placeSchema = z.object({ tenant: z.object({ name: z.string() }), environment: z.enum(ENVIRONMENTS) });
