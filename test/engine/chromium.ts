// The system's Chromium, without a window, confined as in the product: root, whom its sandbox refuses, starts it as `nobody`.
import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { ordinaryUser } from '../../build/linux-session/desktop-session.mjs';

const QUIET = [
  '--headless',
  '--remote-debugging-port=0',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1280,820',
];

export interface DrivenBrowser {
  browser: Browser;
  close(): Promise<void>;
}

export async function startChromium(): Promise<DrivenBrowser> {
  const home = mkdtempSync(path.join(tmpdir(), 'engine-'));
  const user = await ordinaryUser();
  if (user !== undefined) {
    chownSync(home, user.uid, user.gid);
  }
  const child = spawn('chromium', [...QUIET, `--user-data-dir=${path.join(home, 'profile')}`], {
    env: { PATH: process.env['PATH'], HOME: home, TMPDIR: home },
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (part) => {
      said += String(part);
      const [, found] = /DevTools listening on (\S+)/.exec(said) ?? [];
      if (found !== undefined) {
        resolve(found);
      }
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`Chromium does not start here: ${said.trim()}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  return {
    browser,
    async close() {
      await browser.close();
      child.kill();
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
