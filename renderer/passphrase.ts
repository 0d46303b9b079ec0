// The page of the passphrase window. It is no part of the main window: it has no bridge to custody, and what is typed
// here goes to the main process in one message and is forgotten with the page.
import './styles/passphrase.css';

declare global {
  interface Window {
    passphrase?: { answer(text: string): Promise<void> };
  }
}

const message = document.querySelector('#message');
const input = document.querySelector<HTMLInputElement>('#passphrase');

if (message !== null) {
  message.textContent = decodeURIComponent(location.hash.slice(1));
}

document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input?.value ?? '';
  if (input !== null) {
    input.value = '';
  }
  if (text !== '') {
    void window.passphrase?.answer(text);
  }
});

document.querySelector('#cancel')?.addEventListener('click', () => {
  window.close();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    window.close();
  }
});
