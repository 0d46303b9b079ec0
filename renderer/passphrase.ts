// The page of the passphrase window. It is no part of the main window: it has no bridge to custody, and what is typed
// here goes to the main process in one message and is forgotten with the page.
import './styles/passphrase.css';

declare global {
  interface Window {
    passphrase?: { answer(text: string): Promise<void> };
  }
}

/** Shorter ones are guessed by whoever gets the file. */
const LONG_ENOUGH = 12;

/** A passphrase is made, not asked for: it is typed twice, because a slip would lock the receiver out. */
const isNew = location.search === '?new';

const input = document.querySelector<HTMLInputElement>('#passphrase');
const repeated = document.querySelector<HTMLInputElement>('#repeated');

say('#message', decodeURIComponent(location.hash.slice(1)));
if (isNew) {
  say('#heading', 'A passphrase for this file');
  say('#use', 'It protects the file, goes to the main process only, and is not kept: nobody can look it up later.');
  say('#submit', 'Protect');
  document.querySelector<HTMLElement>('#again')?.removeAttribute('hidden');
  input?.addEventListener('input', judge);
  repeated?.addEventListener('input', judge);
}

document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input?.value ?? '';
  if (text === '' || (isNew && repeated?.value !== text)) {
    say('#strength', text === '' ? 'Type a passphrase.' : 'The two are not the same.');
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
  if (text !== '' && text.length < LONG_ENOUGH) {
    say('#strength', `Short: whoever gets the file can guess it. Take ${LONG_ENOUGH} characters or more.`);
  } else {
    say('#strength', again !== '' && again !== text ? 'The two are not the same.' : '');
  }
}

function say(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element !== null) {
    element.textContent = text;
  }
}
