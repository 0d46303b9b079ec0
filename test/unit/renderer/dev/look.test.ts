// Looks at the window as it is shipped: every screen, in both schemes and sizes, under the real content security
// policy, checked by axe and photographed. Needs a Chromium and a few minutes, so it runs on request only:
//   [LOOK_LANGUAGE=de] LOOK_OUT=out/look npx vitest run test/unit/renderer/dev/look.test.ts [-t "keys light"]
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withStillBand } from '../../../support/still-band.ts';
import { SCREENS } from './screens.ts';
import { NONCE, servePage } from './serve-page.ts';

const OUT = process.env['LOOK_OUT'];
const LANGUAGE = process.env['LOOK_LANGUAGE'] ?? 'en';
const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** `zoomed`: a window of 1280 × 800 at 200 %. `vast`: a whole 4K screen whose system does not scale. */
const SIZES = {
  wide: { viewport: { width: 1440, height: 900 } },
  small: { viewport: { width: 1024, height: 700 } },
  zoomed: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  vast: { viewport: { width: 3840, height: 2160 } },
};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const cases = Object.entries(SIZES).flatMap(([size, view]) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    SCREENS.map((screen) => ({ screen, size, view, scheme, title: `${screen.name} ${scheme} ${size}` })),
  ),
);

describe.runIf(OUT)('the window', { timeout: 60_000 }, () => {
  const out = resolve(OUT ?? '');
  let browser: Browser;
  let site: Awaited<ReturnType<typeof servePage>>;

  beforeAll(async () => {
    await mkdir(out, { recursive: true });
    site = await servePage(ROOT, join(out, 'page'));
    browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test.for(cases)('$title', async ({ screen, view, scheme, size }) => {
    const { name, scene = 'plain', delay = 0, hash = '#/', act } = screen;
    const context = await browser.newContext({ ...view, colorScheme: scheme, reducedMotion: 'reduce' });
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      const { id: opened, window: desk } = await site.desks.open(scene, delay);
      await page.goto(`${site.url}?desk=${opened}&language=${LANGUAGE}&nonce=${NONCE}${hash}`);
      await page.waitForSelector('h1');
      // The acts press what the English window says.
      await (LANGUAGE === 'en' ? act?.(page, desk) : null);
      await (delay === 0 ? desk.quiet() : null);
      await page.screenshot({ path: join(out, `${name}-${scheme}-${size}.png`), animations: 'disabled' });

      const { violations } = await withStillBand(page, () => new AxeBuilder({ page }).withTags(TAGS).analyze());
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
      );
      const overflow = await page.$eval('main', (main) => main.scrollWidth - main.clientWidth);
      expect({ complaints, found, overflow }).toEqual({ complaints: [], found: [], overflow: 0 });
    } finally {
      await context.close();
    }
  });
});
