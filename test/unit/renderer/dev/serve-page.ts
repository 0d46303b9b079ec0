// Builds the page of this folder and serves it on this machine as the product does: under the same content security
// policy, with a nonce that its address names.
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { createDesks, type Desks } from './desks.ts';
import { closePort, openPort } from '../../../support/ports.ts';

export const NONCE = 'bm9uY2Ugb2YgdGhlIHRlc3Q';
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${NONCE}'`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

interface ServedPage {
  url: string;
  desks: Desks;
  close: () => Promise<void>;
}

/** `outDir` receives the built page. */
export async function servePage(root: string, outDir: string): Promise<ServedPage> {
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  const desks = createDesks();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    void desks
      .answer(request, response)
      .then((answered) =>
        answered ? undefined : answer(join(outDir, pathname === '/' ? 'index.html' : pathname), response),
      );
  });
  const port = await openPort(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    desks,
    async close() {
      await closePort(server);
      await desks.close();
    },
  };
}

async function answer(file: string, response: ServerResponse): Promise<void> {
  try {
    const bytes = await readFile(file);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}
