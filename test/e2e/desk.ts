// One running app for each test file's needs: a fresh data folder, the real keychain of the test session, and a
// record of everything that crossed IPC.
import path from 'node:path';
import { type ElectronApplication, type Page, test as base } from '@playwright/test';
import { ambientSession, type DesktopSession } from '../../build/linux-session/desktop-session.mjs';
import { launchApp } from '../../build/launch-app.mjs';
import { Officer } from '../../build/officer.mjs';

/** The pictures of the documentation are renewed only when somebody asks for it, so that a test run changes no file. */
export const SCREENSHOTS = path.resolve(
  import.meta.dirname,
  '../..',
  process.env['KEEP_SCREENSHOTS'] === '1' ? 'docs/screenshots' : 'test-results/screenshots',
);

export interface Desk {
  app: ElectronApplication;
  officer: Officer;
  /** The window of that officer. */
  page: Page;
  /** A folder that the app may write to. */
  folder: string;
  dataDir: string;
}

/** The tenant of most tests, as an officer types it. */
export const ACME = { name: 'Acme', domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example' };

/** The session that the run began: screen, keychain, folders. */
export function ownSession(): DesktopSession {
  const session = ambientSession();
  if (session === undefined) {
    throw new Error('run these tests with: npm run test:e2e');
  }
  return session;
}

export async function openDesk(): Promise<Desk> {
  const session = ownSession();
  const dataDir = session.folder('data');
  const app = await launchApp({ session, dataDir });
  const officer = await Officer.at(app);
  return { app, officer, page: officer.page, folder: session.folder('files'), dataDir };
}

/** A test with an app of its own. */
export const test = base.extend<{ desk: Desk }>({
  // The empty pattern is how this test runner marks a fixture that needs no other.
  // oxlint-disable-next-line no-empty-pattern
  desk: async ({}, use) => {
    const desk = await openDesk();
    await use(desk);
    await desk.app.close();
  },
});
