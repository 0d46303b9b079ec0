// A window with none of the product's measures: what it sends shows that the ways out exist, and that they are heard.
'use strict';
const { app, BrowserWindow, protocol, session } = require('electron');

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(() => ({ action: 'allow' }));
});
void app.whenReady().then(() => {
  const page = session.fromPartition('loud', { cache: false });
  const headers = { 'Content-Type': 'text/html' };
  page.protocol.handle('app', () => new Response('<!doctype html><body><nav>loud</nav>', { headers }));
  const window = new BrowserWindow({ webPreferences: { sandbox: true, session: page } });
  return window.loadURL('app://custodian/');
});
