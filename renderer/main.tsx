// Starts the window.
import './csp.ts';
import { client, custodian } from './first-question.ts';
import './styles/mantine.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { language } from './text/language.ts';

document.documentElement.lang = language;
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App custodian={custodian} client={client} />
    </StrictMode>,
  );
}
