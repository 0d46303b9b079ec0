// Asks a person for a yes in a window that the page can neither see, nor draw, nor answer. It is made with the
// first question, and hidden between questions. One question at a time: whoever asks sees to that (main/ipc/dialog-flow.ts).
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, session } from 'electron';
import { z } from 'zod';
import { CustodianError } from '../../shared/errors.ts';
import { MAX_PASSPHRASE_BYTES } from '../../shared/domain/limits.ts';
import { kidSchema, reasonSchema } from '../../shared/fields.ts';
import { type Field, fitToBeShown, type Question, type Typed } from '../ipc/question.ts';
import { CONFINED } from './confined.ts';
import { type ConfirmationGuard, guardConfirmation } from './confirmation-guard.ts';
import { isOurPage } from './ipc.ts';
import { APP_SCHEME, pageAddress, servePage } from './page-protocol.ts';
import type { DeskPreferences } from './preferences.ts';
import { nativeWords } from '../../shared/words/words.ts';

export interface ConfirmationWindow {
  /** What was typed; `null` for a no, also when `signal` is given. */
  ask(question: Question, signal?: AbortSignal): Promise<Typed | null>;
}

const CHANNEL = 'custodian-confirmation';
const WIDTH = 540;
const HEIGHT = { least: 240, most: 720 };

interface Open {
  id: string;
  question: Question;
  settle: (typed: Typed | null) => void;
}

interface Made {
  window: BrowserWindow;
  guard: ConfirmationGuard;
  loaded: Promise<void>;
}

interface Options {
  parent: BrowserWindow;
  distFolder: string;
  preferences: Pick<DeskPreferences, 'language'>;
}

export function createConfirmationWindow({ parent, distFolder, preferences }: Options): ConfirmationWindow {
  let made: Made | null = null;
  let open: Open | null = null;

  function close(typed: Typed | null): void {
    const { settle } = open ?? {};
    open = null;
    if (made?.window.isDestroyed() === false) {
      const { window, guard } = made;
      guard.end();
      if (window.isFocused()) {
        parent.focus();
      }
      window.hide();
      window.webContents.send(CHANNEL, null);
    }
    settle?.(typed);
  }

  function make(): Made {
    const window = newWindow(parent, distFolder);
    const guard = guardConfirmation(window, (armed) => {
      if (!window.isDestroyed()) {
        window.webContents.send(`${CHANNEL}:armed`, armed);
      }
    });
    // Closed by the person, or ended: that is a no, and the next question makes another.
    window.once('closed', () => {
      made = null;
      close(null);
    });
    window.webContents.once('render-process-gone', () => window.destroy());
    return { window, guard, loaded: window.loadURL(pageAddress('confirm.html', preferences.language())) };
  }

  // SECURITY: a yes counts from the window's own main frame only, while it is seen, has the focus and is armed.
  ipcMain.handle(`${CHANNEL}:answer`, (event: IpcMainInvokeEvent, given: unknown) => {
    const answer = answerSchema.safeParse(given).data;
    if (made === null || !isOurPage(event, made.window.webContents) || answer === undefined) {
      throw new Error('refused');
    }
    if (open === null || answer.id !== open.id) {
      return;
    }
    if (answer.typed === null) {
      close(null);
    } else if (made.guard.isArmed() && isAnswer(open.question, answer.typed)) {
      close(answer.typed);
    }
  });
  ipcMain.handle(`${CHANNEL}:drawn`, (event: IpcMainInvokeEvent, given: unknown) => {
    const drawn = drawnSchema.safeParse(given).data;
    if (made === null || !isOurPage(event, made.window.webContents) || drawn === undefined) {
      throw new Error('refused');
    }
    if (drawn.id === open?.id) {
      const { window, guard } = made;
      guard.begin();
      window.setContentSize(WIDTH, Math.min(HEIGHT.most, Math.max(HEIGHT.least, Math.ceil(drawn.height))));
      window.setPosition(...over(parent, window));
      window.show();
      window.focus();
    }
  });
  parent.once('closed', () => made?.window.destroy());

  return {
    async ask(question, signal) {
      if (open !== null) {
        throw new CustodianError('CONVERSATION_BUSY', {});
      }
      const id = randomUUID();
      const answered = new Promise<Typed | null>((settle) => (open = { id, question, settle }));
      made ??= make();
      const { window, loaded } = made;
      const stop = (): void => (open?.id === id ? close(null) : undefined);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        await loaded;
        if (signal?.aborted === true) {
          stop();
        } else if (!window.isDestroyed()) {
          const language = preferences.language();
          // Measured without a scroll bar; still hidden.
          window.setContentSize(WIDTH, HEIGHT.most);
          const { confirmation: words } = nativeWords(language);
          window.webContents.send(CHANNEL, { id, question: fitToBeShown(question), words, language });
        }
        return await answered;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}

const typedText = z.string().max(500).optional();
const typedPassphrase = z.string().max(MAX_PASSPHRASE_BYTES).optional();

const answerSchema = z.strictObject({
  id: z.uuid(),
  /** `null` for a no. */
  typed: z
    .strictObject({
      reason: typedText,
      override: typedText,
      name: typedText,
      kid: typedText,
      passphrase: typedPassphrase,
      refused: z.literal(true).optional(),
    })
    .nullable(),
});

const drawnSchema = z.strictObject({ id: z.uuid(), height: z.number() });

const FREE: Record<Field['name'], z.ZodType> = {
  reason: reasonSchema,
  override: reasonSchema,
  name: reasonSchema,
  kid: kidSchema,
  passphrase: z.string().min(1),
};

/** The page asks for no less; what counts is checked here. */
const isAnswer = ({ fields, no }: Question, typed: Typed): boolean =>
  fields.every((field) => holds(field, typed)) && (typed.refused === undefined || no !== undefined);

const holds = ({ name, exactly, optional }: Field, typed: Typed): boolean =>
  (optional === true && typed[name] === undefined) ||
  (exactly === null ? FREE[name].safeParse(typed[name]).success : typed[name] === exactly);

/** In the middle of the window that it belongs to. */
function over(parent: BrowserWindow, window: BrowserWindow): [x: number, y: number] {
  const { x, y, width, height } = parent.getBounds();
  const own = window.getBounds();
  return [Math.round(x + (width - own.width) / 2), Math.round(y + Math.max(0, (height - own.height) / 3))];
}

function newWindow(parent: BrowserWindow, distFolder: string): BrowserWindow {
  // SECURITY: a session of its own, in memory, so that the page shares neither process nor storage with this one.
  const pageSession = session.fromPartition('confirmation', { cache: false });
  if (!pageSession.protocol.isProtocolHandled(APP_SCHEME)) {
    servePage(pageSession, path.join(distFolder, 'renderer'));
  }
  return new BrowserWindow({
    parent,
    modal: true,
    width: WIDTH,
    height: HEIGHT.least,
    useContentSize: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    show: false,
    title: 'Key Custodian',
    autoHideMenuBar: true,
    webPreferences: {
      ...CONFINED,
      session: pageSession,
      preload: path.join(distFolder, 'confirmation.cjs'),
      // It draws the question before it is shown.
      backgroundThrottling: false,
    },
  });
}
