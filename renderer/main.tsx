// Starts the window.
import '@mantine/core/styles.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { custodianOfWindow } from './bridge.ts';
import { obeyContentSecurityPolicy } from './csp.ts';
import { readTheme } from './state/theme.ts';
import { language } from './words/language.ts';

obeyContentSecurityPolicy();
document.documentElement.lang = language;
const custodian = custodianOfWindow();
const colours = await readTheme(custodian);
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App custodian={custodian} colours={colours} />
    </StrictMode>,
  );
}
