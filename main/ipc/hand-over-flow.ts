// Handing a private key over from the window. The page says what is to happen; that it shall happen, the passphrase, the
// recipient's key and the place of the file are asked for here, in dialogs that the page can neither see nor answer.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { HandOver } from '../../shared/domain/exports/hand-over.ts';
import type { Custodian } from '../acts/custodian.ts';
import { keyFacts } from './confirmation/facts.ts';
import { keyLines } from './confirmation/key-lines.ts';
import { askProven, type Proving } from './confirmation/proven.ts';
import type { FileDialogs } from './dialogs.ts';
import type { Question } from './question.ts';
import type { DialogWords } from '../../shared/words/words.ts';

type Protection = Parameters<Custodian['handOver']>[1];

export interface Handing extends Pick<Custodian, 'handOverFileName' | 'showTenant'>, Proving {
  provided(...given: Parameters<Custodian['provided']>): Pick<Custodian, 'handOver'>;
}

/** `null` when the person said no or closed one of the dialogs; the ledger has no entry then. */
export async function handOverInDialogs(
  custodian: Handing,
  dialogs: Pick<FileDialogs, 'ask' | 'askSystem' | 'newPassphrase' | 'chooseFile' | 'choosePlace'>,
  { protection: kind, ...args }: ParsedArgsOf<'export.private'>,
  said: DialogWords,
): Promise<HandOver | null> {
  const {
    handOver: words,
    confirmation: { label },
    shared,
  } = said;
  const { tenant, kid, to, format, flavour } = args;
  const weak = format === 'p12' && flavour === 'compatible' ? [shared.flavour.compatible.name] : [];
  const question: Question = {
    title: words.ask,
    tenant: custodian.showTenant({ tenant }).tenant,
    facts: [
      ...keyLines(label.key, keyFacts(custodian, tenant, kid)),
      { label: label.recipient, values: [to], mono: false },
      { label: label.format, values: [format, ...weak], mono: false },
    ],
    means: words.means(tenant),
    yes: words.yes,
    grave: true,
    fields: [],
  };
  const agreed = await askProven(custodian, dialogs, question, { words: said });
  const protection = agreed !== null ? await protectionFor(kind, to, dialogs, words) : null;
  if (agreed === null || protection === null) {
    return null;
  }
  const proven = custodian.provided(
    () => undefined,
    () => Promise.resolve(agreed.proof),
  );
  try {
    const place = await dialogs.choosePlace(custodian.handOverFileName(args, protection));
    return place === null ? null : await proven.handOver(args, protection, (bytes) => place.save(bytes));
  } finally {
    protection.passphrase?.fill(0);
  }
}

async function protectionFor(
  kind: ParsedArgsOf<'export.private'>['protection'],
  to: string,
  dialogs: Pick<FileDialogs, 'newPassphrase' | 'chooseFile'>,
  words: DialogWords['handOver'],
): Promise<Protection | null> {
  if (kind === 'recipient') {
    const file = await dialogs.chooseFile(words.recipient(to));
    return file === null ? null : { passphrase: null, recipient: file.bytes };
  }
  const passphrase = await dialogs.newPassphrase(words.passphrase(to));
  return passphrase === null ? null : { passphrase, recipient: null };
}
