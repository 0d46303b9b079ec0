// The file that is being looked at. It belongs to the window and not to its screen, because a file can be dropped
// anywhere; the page holds its name and public facts, never its bytes or its path.
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from 'react';
import type { ComparedUploads, InspectedUpload } from '../../../shared/acts/app.ts';
import { announce } from '../../state/announce.ts';
import { type Outcome, useCommand } from '../../state/commands.ts';
import { useCustodian } from '../../state/custodian.tsx';
import { go } from '../../state/route.ts';
import { words } from '../../text/words.ts';

interface Inspected extends InspectedUpload {
  /** It was closed at first sight, so another passphrase may be tried. */
  locked: boolean;
}

export interface Inspection {
  file: Inspected | null;
  error: unknown;
  busy: boolean;
  choose: () => Promise<void>;
  drop: (transfer: DataTransfer | null) => Promise<void>;
  /** What is on the clipboard; the page does not see it. */
  paste: () => Promise<void>;
  /** Asks for the passphrase, outside the page, and looks again. */
  open: () => Promise<void>;
  /** Another file beside this one, which is chosen outside the page; `null` before. */
  compared: ComparedUploads | null;
  compare: () => Promise<void>;
}

const InspectionContext = createContext<Inspection | null>(null);

export function useInspection(): Inspection {
  const inspection = use(InspectionContext);
  if (inspection === null) {
    throw new Error('no inspection above this component');
  }
  return inspection;
}

export function InspectionProvider({ children }: { children: ReactNode }) {
  const choosing = useCommand('file.inspect');
  const dropping = useCommand('file.inspectDropped');
  const pasting = useCommand('file.inspectPasted');
  const opening = useCommand('file.inspectOpened');
  const [file, setFile] = useState<Inspected | null>(null);
  const comparing = useCommand('file.compare');
  const [compared, setCompared] = useState<ComparedUploads | null>(null);
  const [error, setError] = useState<unknown>(null);

  function show(outcome: Outcome<'file.inspect'>, wasLocked: boolean) {
    if (!outcome.done) {
      setError(outcome.error);
    } else if (outcome.result !== null) {
      const { fileName, found } = outcome.result;
      setCompared(null);
      setFile({ fileName, found, locked: wasLocked || found.importable === 'with its passphrase' });
      announce(`${fileName}: ${words.shared.inspection.kind(found.kind)}`);
    }
  }

  function begin() {
    go({ screen: 'inspect' });
    setError(null);
    setFile(null);
  }

  /** What the main process saw dropped, or was given by the desktop. */
  async function take() {
    begin();
    show(await dropping.run({}), false);
  }

  const custodian = useCustodian();
  const takeOpened = useEffectEvent(() => void take());
  useEffect(() => custodian.on('opened', takeOpened), [custodian]);

  const inspection: Inspection = {
    file,
    error,
    busy: choosing.busy || dropping.busy || pasting.busy || opening.busy || comparing.busy,
    compared,
    async choose() {
      setError(null);
      show(await choosing.run({}), false);
    },
    async drop(transfer) {
      pointAtDropped(transfer);
      await take();
    },
    async paste() {
      begin();
      show(await pasting.run({}), false);
    },
    async open() {
      setError(null);
      show(await opening.run({}), true);
    },
    async compare() {
      setError(null);
      const outcome = await comparing.run({});
      if (!outcome.done) {
        setError(outcome.error);
      } else if (outcome.result !== null) {
        setCompared(outcome.result);
        announce(words.shared.comparison.verdict(outcome.result.comparison));
      }
    },
  };
  // oxlint-disable-next-line react/jsx-no-constructed-context-values -- drawn anew only when something was found
  return <InspectionContext value={inspection}>{children}</InspectionContext>;
}

// How the main process learns which file was dropped or pasted, without the page naming it: the page asks for the
// right to change the file. Nobody ever answers, and nothing is changed; the question itself is what the browser
// process passes on.
interface FileHandle {
  requestPermission(wish: { mode: 'readwrite' }): Promise<string>;
}

/** What the type library does not know yet. */
type Item = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileHandle | null> };

/** During the event itself: afterwards the items are empty. */
function pointAtDropped(transfer: DataTransfer | null): void {
  const first: Item | undefined = [...(transfer?.items ?? [])].find(({ kind }) => kind === 'file');
  // What has no handle is no file on this machine; the main process, which hears nothing then, says so.
  void first
    ?.getAsFileSystemHandle?.()
    .then((handle) => handle?.requestPermission({ mode: 'readwrite' }))
    .catch(() => undefined);
}
