// What the page can reach, read from the outside: the kernel's word on the sandbox, the bridge's shape, the policy, and
// every message that crosses IPC while keys are made and imported.
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { CHANNELS } from '../../shared/channels.ts';
import { test } from './desk.ts';

test('the page is confined by the kernel, not by a promise', async ({ desk }) => {
  const pid = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.getParentWindow() === null)
      ?.webContents.getOSProcessId(),
  );
  const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
  expect(/^Seccomp:\s+(\d)/m.exec(status)?.[1]).toBe('2');
});

test('the page sees the bridge and nothing else of the program', async ({ desk }) => {
  const seen = await desk.officer.page.evaluate(() => ({
    calls: Object.keys(window.custodian?.calls ?? {}).sort(),
    bridge: Object.keys(window.custodian ?? {}).sort(),
    leaks: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
  }));
  expect(seen).toEqual({ calls: [...CHANNELS].sort(), bridge: ['calls', 'on'], leaks: [] });
});

test('the page cannot go elsewhere, open windows, reach the network or run inline script', async ({ desk }) => {
  const { page } = desk.officer;
  const result = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.__ran = true';
    document.body.append(script);
    const opened = window.open('https://example.com') === null;
    const fetched = await Promise.all(
      ['http://127.0.0.1:9/', '/%2e%2e/main.cjs', '/%2e%2e%2fmain.cjs', '/assets/', '/missing.js'].map((address) =>
        fetch(address).then(
          () => 'yes',
          () => 'no',
        ),
      ),
    );
    location.href = 'https://example.com/';
    return { ran: '__ran' in window, opened, fetched };
  });
  expect(result).toEqual({ ran: false, opened: true, fetched: Array.from({ length: 5 }, () => 'no') });
  expect(new URL(page.url()).origin === 'null' || page.url().startsWith('app://custodian/')).toBe(true);
  // Nothing is asked yet, so it is alone.
  expect(desk.app.windows()).toHaveLength(1);
});

test('bad arguments are refused in words, whatever the page sends', async ({ desk }) => {
  const answer = await desk.officer.page.evaluate(() =>
    window.custodian?.calls['tenant.show']({ tenant: '', surprise: 1 } as unknown as { tenant: string }),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
});

test('no private material crosses IPC or reaches a file of ours', async ({ desk }) => {
  const { officer, folder, dataDir } = desk;
  const pem = execFileSync('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
  const keyFile = path.join(folder, 'own.pem');
  writeFileSync(keyFile, pem);
  chmodSync(keyFile, 0o644);
  await officer.addTenant({ name: 'Acme', domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example' });
  await officer.answerOpenDialog(keyFile);
  // The bridge is frozen, so the page can only record what it gets itself: every answer that could hold something.
  const answers = await officer.page.evaluate(async () => {
    const calls = window.custodian?.calls;
    if (calls === undefined) {
      throw new Error('there is no bridge');
    }
    return JSON.stringify([
      await calls['key.import']({ tenant: 'Acme', as: 'current' }),
      await calls['key.rotate']({ tenant: 'Acme' }),
      await calls['tenant.show']({ tenant: 'Acme' }),
      await calls['publish.preview']({ tenant: 'Acme' }),
      await calls['publish.verify']({ tenant: 'Acme' }),
      await calls['audit.list']({}),
      await calls['app.status']({}),
    ]);
  });
  const body = pem.replace(/-----[^-]+-----|\s/g, '');
  const der = Buffer.from(body, 'base64');
  const samples = [700, 850, 1000].flatMap((offset) => {
    const bytes = der.subarray(offset, offset + 36);
    return [bytes, Buffer.from(bytes.toString('base64').slice(0, 40)), Buffer.from(bytes.toString('hex'))];
  });
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));
  expect(files.length).toBeGreaterThan(1);
  expect(der.includes(samples[0] ?? '')).toBe(true);
  for (const place of [Buffer.from(answers), ...files]) {
    expect(samples.some((sample) => place.includes(sample))).toBe(false);
  }
  expect(answers).not.toMatch(/"(d|p|q|dp|dq|qi)":|PRIVATE KEY/);
});
