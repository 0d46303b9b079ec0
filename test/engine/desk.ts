// The whole program but for Electron: its own start, its windows in another Chromium, and its acts in the Node of this process.
// An officer sits before it with the same hands as before the real window.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { Officer } from '../../build/officer.mjs';
import { createOpening } from '../../main/app/opening.ts';
import { startDesk } from '../../main/app/start-desk.ts';
import { startChromium } from './chromium.ts';
import { app, dialog } from './electron.ts';
import { driveWith, news, shown, strayed } from './pages.ts';

/** For what does not come; a busy machine may take its time. */
const WAIT_MS = 30_000;

export interface EngineDesk {
  officer: Officer;
  /** For files of the test. */
  folder: string;
  /** As the engine names itself. */
  engine: string;
  /** What went wrong in pages so far: errors, refusals of the policy, requests that left. */
  complaints(): string[];
  close(): Promise<void>;
}

export async function openEngineDesk(): Promise<EngineDesk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'engine-desk-'));
  const dataDir = path.join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  const driven = await startChromium();
  driveWith(driven.browser);
  const complaints: string[] = [];
  news.on('window', (page) => {
    page.setDefaultTimeout(WAIT_MS);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  });
  const place = { folder: dataDir, edition: 'checkout', custodyOf: 'checkout', formerFolder: null } as const;
  await startDesk({ place, version: '0.1.0', opening: createOpening(null) });
  return {
    officer: await Officer.at(driver()),
    folder,
    engine: `Chromium ${driven.browser.version()}, Node ${process.versions.node}`,
    complaints: () => [...complaints, ...strayed],
    async close() {
      const exited = once(app, 'exited');
      app.emit('will-quit', { preventDefault: () => undefined });
      await exited;
      await driven.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As much of the driver of Electron as the officer's hands take. */
function driver(): ElectronApplication {
  const hands = {
    windows: () => [...shown],
    firstWindow: async () => shown[0] ?? nextWindow(() => true),
    waitForEvent: (_event: 'window', { predicate }: { predicate: (page: Page) => boolean }) => nextWindow(predicate),
    evaluate: async (act: (electron: object, given: unknown) => unknown, given: unknown) => act({ dialog }, given),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the hands use these four
  return hands as unknown as ElectronApplication;
}

function nextWindow(isIt: (page: Page) => boolean): Promise<Page> {
  return new Promise((resolve) => {
    const look = (page: Page): void => {
      if (isIt(page)) {
        news.off('window', look);
        resolve(page);
      }
    };
    news.on('window', look);
  });
}
