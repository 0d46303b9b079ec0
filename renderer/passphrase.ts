// The page of the window for passphrases and other secrets. It is no part of the main window: it has no bridge to custody, and what is typed
// here goes to the main process in one message and is forgotten with the page.
import './styles/passphrase.css';
import { passphrase as german } from './words/de/passphrase.ts';
import { passphrase as english } from './words/en/passphrase.ts';
import { language } from './words/language.ts';

declare global {
  interface Window {
    passphrase?: { answer(text: string): Promise<void> };
  }
}

/** Shorter ones are guessed by whoever gets the file. */
const LONG_ENOUGH = 12;

const words = { en: english, de: german }[language];

/** A passphrase is made, not asked for: it is typed twice, because a slip would lock the receiver out. */
const isNew = new URLSearchParams(location.search).has('new');

const input = document.querySelector<HTMLInputElement>('#passphrase');
const repeated = document.querySelector<HTMLInputElement>('#repeated');

/** The main process brings the words that are not those of a file that has a passphrase. */
const told = new URLSearchParams(location.hash.slice(1));
document.documentElement.lang = language;
for (const place of ['heading', 'label', 'use', 'submit'] as const) {
  say(`#${place}`, told.get(place) ?? words[place]);
}
say('#message', told.get('message') ?? '');
say('#repeat', words.again);
say('#cancel', words.cancel);
const name = document.querySelector('#label')?.textContent ?? '';
document.title = document.querySelector('#heading')?.textContent ?? '';
input?.setAttribute('maxlength', told.get('maxLength') ?? '0');

if (isNew) {
  document.querySelector<HTMLElement>('#again')?.removeAttribute('hidden');
  input?.addEventListener('input', judge);
  repeated?.addEventListener('input', judge);
}

document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input?.value ?? '';
  if (text === '' || (isNew && repeated?.value !== text)) {
    say('#strength', text === '' ? words.empty(name) : words.differ);
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
    say('#strength', words.short(LONG_ENOUGH));
  } else {
    say('#strength', again !== '' && again !== text ? words.differ : '');
  }
}

function say(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element !== null) {
    element.textContent = text;
  }
}
