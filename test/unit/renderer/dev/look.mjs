// Looks at the window as it is shipped: the built page under the real content security policy, every screen in both
// schemes and sizes, checked by axe, photographed. Fails on any axe finding, policy violation or page error.
//   node test/unit/renderer/dev/look.mjs OUT_DIR [only-this-screen]
import AxeBuilder from '@axe-core/playwright';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { SCREENS } from './look-screens.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const NONCE = 'bm9uY2U';
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${NONCE}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const SIZES = { wide: { width: 1440, height: 900 }, small: { width: 1024, height: 700 } };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const out = resolve(process.argv[2] ?? 'out/look');
const only = process.argv[3];
await mkdir(out, { recursive: true });
const dist = join(out, 'page');
await build({ root: HERE, configFile: join(HERE, 'vite.config.ts'), logLevel: 'warn', build: { outDir: dist, emptyOutDir: true, chunkSizeWarningLimit: 2000 } });

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://here').pathname;
  const file = path === '/' ? '/index.html' : path;
  try {
    const bytes = await readFile(join(dist, file));
    const body = file === '/index.html' ? String(bytes).replace('__CSP_NONCE__', NONCE) : bytes;
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => void server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
let findings = 0;
const complain = (where, what) => {
  findings += 1;
  console.log(`${where}: ${what}`);
};
try {
  for (const scheme of ['light', 'dark']) {
    for (const [sizeName, viewport] of Object.entries(SIZES)) {
      for (const screen of SCREENS.filter(({ name }) => only === undefined || name.startsWith(only))) {
        const where = `${screen.name}-${scheme}-${sizeName}`;
        const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce', bypassCSP: false });
        const page = await context.newPage();
        page.on('pageerror', (error) => complain(where, `page error: ${error.message}`));
        page.on('console', (message) => message.type() === 'error' && complain(where, message.text()));
        await page.goto(`${address}?scene=${screen.scene ?? 'plain'}${screen.hash ?? '#/'}`);
        await page.waitForSelector('h1');
        await screen.act?.(page);
        await page.waitForTimeout(250);
        await page.screenshot({ path: join(out, `${where}.png`) });
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
        for (const { id, help, nodes } of violations) {
          complain(where, `axe ${id}: ${help}\n  ${nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join('\n  ')}`);
        }
        const overflow = await page.evaluate(() => {
          const main = document.querySelector('main');
          return main !== null && main.scrollWidth > main.clientWidth;
        });
        if (overflow) {
          complain(where, 'the content is wider than the window');
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  server.close();
}
console.log(findings === 0 ? 'clean' : `${findings} findings`);
process.exitCode = findings === 0 ? 0 : 1;
