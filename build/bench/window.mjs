// What the window costs, beside a blank one of the same Electron: until the first screen, until the overview of a fleet, in
// memory when it has just been drawn and at rest, and while somebody types.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchApp } from '../launch-app.mjs';
import { ordinaryUser, startDesktopSession } from '../linux-session/desktop-session.mjs';
import { fixture } from './fixtures.mjs';
import { middle } from './measure.mjs';
import { treeMemory } from './memory.mjs';

/** @typedef {{ shown: number, memory: number, rest: number, typing: number }} Start  `rest` is 0 where it was not waited for */

const ROUNDS = 7;
/** So many of them wait until the window has been left alone for so long: then the engine has given back what a start took. */
const RESTS = 3;
const REST_MS = 30_000;

const BLANK = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<nav>blank</nav>'));
`;

/** @returns {Promise<import('./measure.mjs').Row[]>} */
export async function window() {
  const session = await startDesktopSession({ display: true, keyring: 'unlocked', user: await ordinaryUser() });
  try {
    const blank = session.folder('blank');
    writeFileSync(join(blank, 'package.json'), '{ "name": "blank", "main": "main.js" }');
    writeFileSync(join(blank, 'main.js'), BLANK);
    const fleet = session.folder('fleet');
    // By the account that opens it afterwards.
    execFileSync(process.execPath, [fixture('fleet'), fleet], { env: session.env, ...session.user });

    /** @type {Record<'blank' | 'first' | 'fleet', Start[]>} */
    const found = { blank: [], first: [], fleet: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const rests = round < RESTS;
      found.blank.push(await start({ session, dataDir: session.folder('data'), app: blank }, 'nav', rests));
      // With the answers of this process in it: before them the page has a frame and nothing to say.
      found.first.push(await start({ session, dataDir: session.folder('data') }, 'main h1', rests));
      found.fleet.push(await start({ session, dataDir: fleet }, '.tenant-row', rests, typingCost));
    }
    return rowsOf(found);
  } finally {
    await session.stop();
  }
}

/** @param {Record<'blank' | 'first' | 'fleet', Start[]>} found @returns {import('./measure.mjs').Row[]} */
function rowsOf({ blank, first, fleet }) {
  const shown = { yardstick: 'a blank Electron window', theirs: middleOf(blank, 'shown'), unit: 'ms' };
  const memory = { yardstick: 'a blank Electron window', theirs: middleOf(blank, 'memory'), unit: 'MiB' };
  const rest = { ...memory, theirs: atRest(blank) };
  return [
    { what: 'start to first screen', ours: middleOf(first, 'shown'), ...shown, goal: 1.25 },
    {
      what: 'start to the overview of 1,000 tenants with 5,000 keys',
      ours: middleOf(fleet, 'shown'),
      ...shown,
      goal: 1.6,
    },
    { what: 'memory of all processes (PSS)', ours: middleOf(first, 'memory'), ...memory, goal: 1.12 },
    { what: 'memory with those 1,000 tenants', ours: middleOf(fleet, 'memory'), ...memory, goal: 1.25 },
    { what: 'memory at rest, half a minute later', ours: atRest(first), ...rest, goal: 1.12 },
    { what: 'memory at rest with those 1,000 tenants', ours: atRest(fleet), ...rest, goal: 1.25 },
    {
      what: 'longest frame while a search is typed over them',
      ours: middleOf(fleet, 'typing'),
      yardstick: 'a frame at 60 Hz',
      theirs: 1000 / 60,
      unit: 'ms',
    },
  ];
}

/** @param {Start[]} starts @param {keyof Start} what */
const middleOf = (starts, what) => middle(starts.map((each) => each[what]));

/** @param {Start[]} starts */
const atRest = (starts) => middle(starts.flatMap(({ rest }) => (rest === 0 ? [] : [rest])));

/**
 * @param {import('../launch-app.mjs').LaunchOptions} options
 * @param {string} selector of what is there when it is shown
 * @param {boolean} rests
 * @param {(page: import('@playwright/test').Page) => Promise<number>} [use]
 * @returns {Promise<Start>}
 */
async function start(options, selector, rests, use = () => Promise.resolve(0)) {
  const started = performance.now();
  const running = await launchApp({ ...options, held: false });
  const page = await running.firstWindow();
  await appeared(page, selector);
  const shown = performance.now() - started;
  const typing = await use(page);
  const tree = running.process().pid ?? 0;
  const memory = treeMemory(tree);
  if (rests) await pause(REST_MS);
  const rest = rests ? treeMemory(tree) : 0;
  await running.close();
  return { shown, memory, rest, typing };
}

/**
 * Until something is drawn. The page looks itself: the driver's own waiting looks again only after half a second.
 * @param {import('@playwright/test').Page} page @param {string} selector
 */
async function appeared(page, selector) {
  const looking = `new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('${selector}') === null) setTimeout(look, 5);
      else requestAnimationFrame(() => resolve());
    };
    look();
  })`;
  // An empty first document may give way to the one that is loaded.
  await page.evaluate(looking).catch(() => page.evaluate(looking));
}

/**
 * Types a search letter by letter and answers with the longest time between two frames meanwhile, in milliseconds.
 * @param {import('@playwright/test').Page} page
 */
async function typingCost(page) {
  // Text, because it runs in the page.
  await page.evaluate(`
    globalThis.frames = { last: performance.now(), longest: 0 };
    const tick = (now) => {
      frames.longest = Math.max(frames.longest, now - frames.last);
      frames.last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  `);
  await page.getByRole('searchbox', { name: 'Find tenants' }).pressSequentially('tenant 07', { delay: 60 });
  return Number(await page.evaluate('frames.longest'));
}
