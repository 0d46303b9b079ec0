// Serves the window's page under app://custodian/ from the built files and from nowhere else, with a strict policy.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import { type Language, languageOf } from '../../shared/language.ts';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://custodian`;

/**
 * The language stands in the address, so that a page knows it before its first word, and the nonce under which it may have style
 * elements of its own: a page is a file as it was built, and nobody writes into it.
 */
export function pageAddress(page: '' | 'passphrase.html' | 'confirm.html', language: Language): string {
  const nonce = randomBytes(16).toString('base64url');
  nonces.add(nonce);
  return `${APP_ORIGIN}/${page}?${String(new URLSearchParams({ language, nonce }))}`;
}

/** SECURITY: those that were given out; a page cannot choose one. */
const nonces = new Set<string>();

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Which file it is, is answered, and never what is in it: Chromium reads it in a thread of its own. What this process gives out
 * itself arrives in pieces, and each waits while it is busy.
 */
export function servePage(session: Session, folder: string): void {
  // `handle`, which is newer, makes a Request and a Response of the web, and at the first of them Node.js loads a whole client for
  // HTTP: a fifth of what this process does until the page is there.
  // oxlint-disable-next-line typescript/no-deprecated
  session.protocol.registerFileProtocol(APP_SCHEME, (request, respond) => {
    respond(answerTo(request, folder) ?? NOT_FOUND);
  });
}

/** net::ERR_FILE_NOT_FOUND. */
const NOT_FOUND: ProtocolResponse = { error: -6 };

function answerTo({ url, method }: ProtocolRequest, folder: string): ProtocolResponse | null {
  const { host, pathname, searchParams } = new URL(url);
  const file = method === 'GET' && host === 'custodian' ? fileFor(folder, pathname) : null;
  const type = file === null ? undefined : TYPES[path.extname(file)];
  if (file === null || type === undefined) {
    return null;
  }
  return {
    path: file,
    headers: { 'Content-Type': type, ...wordsAhead(pathname, searchParams), ...policies(searchParams) },
  };
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

/** Its words are asked for together with all else that the window's page names: which ones, no file says. */
const wordsAhead = (pathname: string, asked: URLSearchParams): Record<string, string> =>
  pathname === '/'
    ? { Link: `<${APP_ORIGIN}/assets/words-${languageOf(asked.get('language'))}.js>; rel=modulepreload` }
    : {};

function policies(asked: URLSearchParams): Record<string, string> {
  const nonce = asked.get('nonce') ?? '';
  return {
    // SECURITY: nothing is allowed but our own files; no network, no inline script, no frame, no form target. The nonce lets the
    // component library add its style sheet, and nobody else.
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      nonces.has(nonce) ? `style-src 'self' 'nonce-${nonce}'` : "style-src 'self'",
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
