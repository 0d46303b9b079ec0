// Serves the window's page under app://custodian/ from the built files and from nowhere else, with a strict policy.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from 'electron';
import type { Language } from '../../shared/language.ts';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://custodian`;

/** The language stands in the address, so that a page knows it before its first word. */
export const pageAddress = (page: '' | 'passphrase.html' | 'confirm.html', language: Language): string =>
  `${APP_ORIGIN}/${page}?language=${language}`;

const NONCE_PLACE = '__CSP_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export function servePage(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== 'custodian') {
      return new Response(null, { status: 404 });
    }
    const file = fileFor(folder, url.pathname);
    const type = file === null ? undefined : TYPES[path.extname(file)];
    if (file === null || type === undefined) {
      return new Response(null, { status: 404 });
    }
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) {
      return new Response(null, { status: 404 });
    }
    // SECURITY: a fresh nonce a load lets the component library add its style sheet, and nobody else.
    const nonce = randomBytes(16).toString('base64');
    const isPage = type.startsWith('text/html');
    const body = isPage ? bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce) : new Uint8Array(bytes);
    return new Response(body, { headers: headersFor(type, nonce) });
  });
}

/** The file that a path names, or `null` when it would lie outside the folder. */
export function fileFor(folder: string, pathname: string): string | null {
  const asked = decoded(pathname === '/' ? '/index.html' : pathname);
  if (asked === null) {
    return null;
  }
  const file = path.join(folder, asked);
  const relative = path.relative(folder, file);
  return relative.startsWith('..') || path.isAbsolute(relative) || asked.includes('\0') ? null : file;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function headersFor(type: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': type,
    // SECURITY: nothing is allowed but our own files; no network, no inline script, no frame, no form target.
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}
