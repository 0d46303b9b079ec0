// A keyring of its own for each file of tests, where `npm test` has made a session. A keyring is written anew, whole, with each
// entry: in one for all files the thousandth cost ten times the first.
import { afterAll } from 'vitest';
import { ambientSession, startDesktopSession } from '../../build/linux-session/desktop-session.mjs';

if (ambientSession() !== undefined) {
  const session = await startDesktopSession({ display: false, keyring: 'unlocked' });
  Object.assign(process.env, session.env);
  afterAll(() => session.stop());
}
