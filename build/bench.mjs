// `npm run bench`: what the product costs, as ratios to a yardstick measured in the same run, because milliseconds do not
// travel between machines. Nothing here fails; it is read by people.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allBundles } from './bundle.mjs';
import { ordinaryUser, startDesktopSession } from './linux-session/desktop-session.mjs';
import { launchApp } from './launch-app.mjs';
import { dist, root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { say, whenStarted } from './run.mjs';

/** @typedef {{ what: string, ours: number, yardstick: string, theirs: number, unit: string }} Row */

const fixtures = join(root, 'out', 'bench');

await whenStarted(import.meta.filename, async () => {
  await prepare({ system: ['cli', 'window', 'keyring', 'screen', 'bench'], bundles: allBundles });
  await buildFixtures();
  const rows = [...(await commandLine()), ...(await workshop()), ...(await seal()), ...(await window())];
  say('\n| what | ours | yardstick | theirs | ratio |\n| --- | --- | --- | --- | --- |');
  for (const { what, ours, yardstick, theirs, unit } of rows) {
    say(
      `| ${what} | ${figure(ours)} ${unit} | ${yardstick} | ${figure(theirs)} ${unit} | ${(ours / theirs).toFixed(2)} |`,
    );
  }
});

/** @returns {Promise<Row[]>} */
async function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'key-custodian-bench-'));
  const session = await startDesktopSession({ display: false, keyring: 'unlocked' });
  try {
    const custodian = (/** @type {string[]} */ ...args) =>
      execFileSync(process.execPath, [join(dist, 'cli.cjs'), '--data-dir', folder, ...args], { env: session.env });
    const add = timed(() => custodian('tenant', 'add', '--name', 'Acme', '--domain', 'acme.eu.auth0.com'));
    const list = median(7, () => timed(() => custodian('key', 'list', 'Acme')));
    const empty = median(7, () => timed(() => execFileSync(process.execPath, ['-e', '0'])));
    const openssl = timed(() => [1, 2].forEach(() => execFileSync('openssl', ['genrsa', '2048'], { stdio: 'ignore' })));
    return [
      { what: 'custodian key list', ours: list, yardstick: 'node -e 0', theirs: empty, unit: 'ms' },
      {
        what: 'custodian tenant add (two keys)',
        ours: add,
        yardstick: 'openssl genrsa, twice',
        theirs: openssl,
        unit: 'ms',
      },
    ];
  } finally {
    await session.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildFixtures() {
  const { build } = await import('vite');
  const native = ['keytar', '@photostructure/sqlite'];
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: native },
    build: {
      ssr: true,
      outDir: fixtures,
      rolldownOptions: {
        input: Object.fromEntries(
          ['workshop', 'fleet', 'seal'].map((name) => [name, join(root, `test/bench/${name}.fixture.ts`)]),
        ),
        external: native,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
}

/** @returns {Promise<Row[]>} */
async function workshop() {
  const [keyMs = 0, certificateMs = 0] = execFileSync(process.execPath, [join(fixtures, 'workshop.cjs')], {
    encoding: 'utf8',
  })
    .split(' ')
    .map(Number);
  const key = join(fixtures, 'key.pem');
  const genrsa = median(8, () =>
    timed(() => execFileSync('openssl', ['genrsa', '-out', key, '2048'], { stdio: 'ignore' })),
  );
  const req = ['req', '-x509', '-key', key, '-subj', '/CN=acme.eu.auth0.com', '-days', '5000'];
  const certificate = median(8, () => timed(() => execFileSync('openssl', req, { stdio: 'ignore' })));
  return [
    { what: 'RSA-2048 key, two at a time', ours: keyMs, yardstick: 'openssl genrsa', theirs: genrsa, unit: 'ms' },
    {
      what: 'self-signed certificate',
      ours: certificateMs,
      yardstick: 'openssl req -x509',
      theirs: certificate,
      unit: 'ms',
    },
  ];
}

/** @returns {Promise<Row[]>} */
async function seal() {
  const session = await startDesktopSession({ display: false, keyring: 'unlocked' });
  try {
    const fleet = session.folder('fleet');
    execFileSync(process.execPath, [join(fixtures, 'fleet.cjs'), fleet], { env: session.env });
    const printed = execFileSync(process.execPath, [join(fixtures, 'seal.cjs'), fleet], { encoding: 'utf8' });
    const [open = 0, plain = 0, sealed = 0, look = 0, first = 0, whole = 0] = printed.split(' ').map(Number);
    const yardstick = 'opening that registry';
    const rows = {
      'look at the seal before an act, 5,000 keys': look,
      'first seal over 5,000 keys': first,
      'whole look at 5,000 keys (doctor)': whole,
    };
    return [
      {
        what: 'a sealed change, 5,000 keys',
        ours: sealed,
        yardstick: 'without',
        theirs: plain,
        unit: 'ms',
      },
      ...Object.entries(rows).map(([what, ours]) => ({ what, ours, yardstick, theirs: open, unit: 'ms' })),
    ];
  } finally {
    await session.stop();
  }
}

/**
 * Until something is drawn. The page looks itself: the driver's own waiting looks again only after half a second.
 * @param {import('@playwright/test').Page} page
 * @param {string} selector
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

/** @returns {Promise<Row[]>} */
async function window() {
  const session = await startDesktopSession({ display: true, keyring: 'unlocked', user: await ordinaryUser() });
  const blank = session.folder('blank');
  writeFileSync(join(blank, 'package.json'), '{ "name": "blank", "main": "main.js" }');
  writeFileSync(
    join(blank, 'main.js'),
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<nav>blank</nav>'));",
  );
  try {
    const measure = async (/** @type {string} */ data, /** @type {string | undefined} */ app) => {
      const started = performance.now();
      const running = await launchApp({ session, dataDir: data, ...(app === undefined ? {} : { app }) });
      const page = await running.firstWindow();
      await appeared(page, data === fleet ? '.tenant-row' : 'nav');
      const shown = performance.now() - started;
      const typing = data === fleet ? await typingCost(page) : 0;
      const memory = treeMemory(running.process().pid ?? 0);
      await running.close();
      return { shown, memory, typing };
    };
    const fleet = session.folder('fleet');
    // By the account that opens it afterwards.
    execFileSync(process.execPath, [join(fixtures, 'fleet.cjs'), fleet], { env: session.env, ...session.user });
    const [ours, large, theirs] = [[], [], []].map(
      () => /** @type {{ shown: number, memory: number, typing: number }[]} */ ([]),
    );
    for (let round = 0; round < 5; round += 1) {
      theirs?.push(await measure(session.folder('data'), blank));
      ours?.push(await measure(session.folder('data'), undefined));
      large?.push(await measure(fleet, undefined));
    }
    const pick = (/** @type {'shown' | 'memory' | 'typing'} */ of, /** @type {typeof ours} */ from) =>
      middle((from ?? []).map((one) => one[of]));
    const yardstick = 'blank Electron window';
    return [
      {
        what: 'start to the overview of 1,000 tenants with 5,000 keys',
        ours: pick('shown', large),
        yardstick,
        theirs: pick('shown', theirs),
        unit: 'ms',
      },
      {
        what: 'memory with those 1,000 tenants',
        ours: pick('memory', large),
        yardstick,
        theirs: pick('memory', theirs),
        unit: 'MiB',
      },
      {
        what: 'longest frame while a search is typed over them',
        ours: pick('typing', large),
        yardstick: 'a frame at 60 Hz',
        theirs: 1000 / 60,
        unit: 'ms',
      },
      {
        what: 'start to first screen',
        ours: pick('shown', ours),
        yardstick: 'blank Electron window',
        theirs: pick('shown', theirs),
        unit: 'ms',
      },
      {
        what: 'memory of all processes (PSS)',
        ours: pick('memory', ours),
        yardstick: 'blank Electron window',
        theirs: pick('memory', theirs),
        unit: 'MiB',
      },
    ];
  } finally {
    await session.stop();
  }
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

/** Proportional memory of a process and its descendants, in MiB. @param {number} pid @returns {number} */
function treeMemory(pid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
          return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
        } catch {
          return [];
        }
      }),
  );
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family.reduce((sum, member) => sum + pss(member), 0) / 1024;
}

/** In KiB; 0 for a process that is gone. @param {number} pid */
function pss(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** @param {number[]} all */
function middle(all) {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

/** @param {() => unknown} work @returns {number} milliseconds */
function timed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** @param {number} times @param {() => number} measure */
function median(times, measure) {
  return middle(Array.from({ length: times }, measure));
}

/** @param {number} value */
function figure(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
