// What holds for every page and session that there will ever be. Electron itself is not here: what it would announce is
// announced by hand, and whether it was forbidden is looked at. In a real Electron: test/e2e/attacks.
import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, it } from 'vitest';
import { hardenApp } from '../../../main/app/hardening.ts';

const app = new EventEmitter();
hardenApp(app as unknown as App);

it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (what) => {
  let opened: unknown = null;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: object) => unknown) =>
      (opened = handler({ url: 'https://elsewhere.example' })),
  });
  app.emit('web-contents-created', {}, contents);
  let prevented = 0;
  contents.emit(what, { preventDefault: () => (prevented += 1) }, 'https://elsewhere.example');
  expect([prevented, opened]).toEqual([1, { action: 'deny' }]);
});

it('grants nothing and downloads nothing', () => {
  const answers: unknown[] = [];
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (decide: (...asked: unknown[]) => void) =>
      decide(null, 'clipboard-read', (granted: unknown) => answers.push(granted)),
    setPermissionCheckHandler: (check: () => unknown) => answers.push(check()),
    setDevicePermissionHandler: (check: () => unknown) => answers.push(check()),
  });
  app.emit('session-created', session);
  let prevented = 0;
  session.emit('will-download', { preventDefault: () => (prevented += 1) });
  expect([answers, prevented]).toEqual([[false, false, false], 1]);
});
