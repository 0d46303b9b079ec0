// Two files side by side from the window: the one that was inspected last, and another of the person's choice. Both are read,
// and their passphrases asked for, on this side of the border.
import type { ComparedUploads } from '../../shared/acts/app.ts';
import { MAX_BUNDLE_BYTES } from '../../shared/domain/limits.ts';
import type { Comparison } from '../../shared/domain/reading/comparison.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { ChosenFile, FileDialogs } from './dialogs.ts';

type Dialogs = Pick<FileDialogs, 'refresh' | 'chooseKeyFile' | 'chooseFile' | 'askPassphrase'>;

/** `null` when the person closed one of the dialogs in which a file is chosen. */
export async function compareInDialogs(
  { compareFiles }: Pick<Custodian, 'compareFiles'>,
  dialogs: Dialogs,
  { compare }: Pick<DialogWords, 'compare'>,
): Promise<ComparedUploads | null> {
  const first = (await dialogs.refresh()) ?? (await dialogs.chooseKeyFile());
  const second = first === null ? null : await dialogs.chooseFile(compare.choose, MAX_BUNDLE_BYTES);
  if (first === null || second === null) {
    first?.bytes.fill(0);
    return null;
  }
  const sides: [Side, Side] = [sideOf(first), sideOf(second)];
  try {
    for (;;) {
      const comparison = await compareFiles(given(sides[0]), given(sides[1]));
      const closed = closedSide(comparison, sides);
      if (closed === undefined) {
        return { first: first.name, second: second.name, comparison };
      }
      await open(closed, dialogs);
    }
  } finally {
    sides.forEach(({ file, passphrase }) => {
      file.bytes.fill(0);
      passphrase?.fill(0);
    });
  }
}

interface Side {
  file: ChosenFile;
  passphrase: Uint8Array | null;
  /** The person has none to give. */
  isGivenUp: boolean;
}

const sideOf = (file: ChosenFile): Side => ({ file, passphrase: null, isGivenUp: false });

/** Copies: whatever is given to the custodian is overwritten. */
const given = ({ file, passphrase }: Side) => ({
  file: Uint8Array.from(file.bytes),
  secrets: { passphrase: passphrase === null ? null : Uint8Array.from(passphrase) },
});

function closedSide({ first, second }: Comparison, [one, other]: readonly [Side, Side]): Side | undefined {
  return first.asks && !one.isGivenUp ? one : second.asks && !other.isGivenUp ? other : undefined;
}

/** A person who closes the dialog compares what lies open. */
async function open(side: Side, dialogs: Pick<Dialogs, 'askPassphrase'>): Promise<void> {
  const typed = await dialogs.askPassphrase(side.file.name, side.passphrase !== null);
  side.passphrase?.fill(0);
  side.passphrase = typed;
  side.isGivenUp = typed === null;
}
