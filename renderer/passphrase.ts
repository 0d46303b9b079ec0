// The page of the window for passphrases and other secrets. It is no part of the main window: it has no bridge to custody, and what is typed
// here goes to the main process in one message and is forgotten with the page.
import './styles/passphrase.css';

declare global {
  interface Window {
    passphrase?: { answer(text: string): Promise<void> };
  }
}

/** A passphrase is made, not asked for: it is typed twice, because a slip would lock the recipient out. */
const { searchParams: asked } = new URL(location.href);
const isNew = asked.has('new');

const hidden = document.querySelector<HTMLInputElement>('#passphrase');
const lines = document.querySelector<HTMLTextAreaElement>('#lines');
/** Words are typed in sight: there are many, and the paper lies beside them. */
const [input, other] = asked.has('lines') ? [lines, hidden] : [hidden, lines];
// Two fields under one label are one too many.
other?.remove();
const repeated = document.querySelector<HTMLInputElement>('#repeated');

/** The main process brings every word of the page, in the language of the window. */
const words = new URLSearchParams(location.hash.slice(1));
const told = (what: string): string => words.get(what) ?? '';
for (const place of ['heading', 'message', 'label', 'again', 'use', 'cancel', 'fromFile', 'submit']) {
  say(`#${place}`, told(place));
}
document.documentElement.lang = asked.get('language') ?? 'en';
document.title = told('heading');
input?.setAttribute('maxlength', told('maxLength'));

if (asked.has('lines')) {
  const fromFile = document.querySelector<HTMLElement>('#fromFile');
  lines?.removeAttribute('hidden');
  lines?.focus();
  fromFile?.removeAttribute('hidden');
  // Nothing typed: the main process asks for a file.
  fromFile?.addEventListener('click', () => void window.passphrase?.answer(''));
}

if (isNew) {
  document.querySelector<HTMLElement>('#twice')?.removeAttribute('hidden');
  input?.addEventListener('input', judge);
  repeated?.addEventListener('input', judge);
}

document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input?.value ?? '';
  if (text === '' || (isNew && repeated?.value !== text)) {
    say('#strength', told(text === '' ? 'empty' : 'differ'));
    (text === '' ? input : repeated)?.focus();
    return;
  }
  for (const field of [input, repeated]) {
    if (field) {
      field.value = '';
    }
  }
  void window.passphrase?.answer(text);
});

document.querySelector('#cancel')?.addEventListener('click', () => {
  window.close();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    window.close();
  }
});

function judge(): void {
  const text = input?.value ?? '';
  const again = repeated?.value ?? '';
  if (text !== '' && text.length < Number(told('enough'))) {
    say('#strength', told('short'));
  } else {
    say('#strength', again !== '' && again !== text ? told('differ') : '');
  }
}

function say(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element !== null) {
    element.textContent = text;
  }
}
