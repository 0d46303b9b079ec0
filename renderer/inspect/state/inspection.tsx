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
  /** How many that were dropped with it were not looked at. */
  aside: number;
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
  const [aside, setAside] = useState(0);
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

  function begin(among = 1) {
    go({ screen: 'inspect' });
    setError(null);
    setFile(null);
    setAside(among - 1);
  }

  /** What the main process saw dropped, or was given by the desktop. */
  async function take(among?: number) {
    begin(among);
    show(await dropping.run({}), false);
  }

  const custodian = useCustodian();
  const takeOpened = useEffectEvent(() => void take());
  useEffect(() => custodian.on('opened', takeOpened), [custodian]);

  const inspection: Inspection = {
    file,
    aside,
    error,
    busy: choosing.busy || dropping.busy || pasting.busy || opening.busy || comparing.busy,
    compared,
    async choose() {
      setError(null);
      setAside(0);
      show(await choosing.run({}), false);
    },
    async drop(transfer) {
      await take(pointAtFirst(transfer));
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

/** During the event itself: afterwards the items are empty. Answers with how many files there are. */
function pointAtFirst(transfer: DataTransfer | null): number {
  const files: Item[] = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  // What has no handle is no file on this machine; the main process, which hears nothing then, says so.
  void files[0]
    ?.getAsFileSystemHandle?.()
    .then((handle) => handle?.requestPermission({ mode: 'readwrite' }))
    .catch(() => undefined);
  return files.length;
}
