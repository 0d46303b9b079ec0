// The evidence report from the window: the page is drawn and printed here, and the officer says where the folder goes.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { SavedReport } from '../../shared/domain/evidence/report.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { FileDialogs } from './dialogs.ts';

/** `null` when the officer closed the dialog. */
export const reportInDialogs = (
  custodian: Pick<Custodian, 'saveReport'>,
  dialogs: Pick<FileDialogs, 'printed' | 'saveAllAs'>,
  args: ParsedArgsOf<'evidence.report'>,
  words: DialogWords,
): Promise<SavedReport | null> =>
  custodian.saveReport(args, {
    words: words.evidenceReport,
    print: dialogs.printed,
    save: (suggestedName, at, files) =>
      dialogs.saveAllAs(
        'folder',
        { suggestedName, at, files: () => files },
        { signal: new AbortController().signal, written: () => undefined },
      ),
  });
