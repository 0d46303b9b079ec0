// Serves the window's page under app://custodian/ from the built files and from nowhere else, with a strict policy.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import { type Language, languageOf } from '../../shared/language.ts';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://custodian`;

/** The language stands in the address, so that a page knows it before its first word. */
export const pageAddress = (page: '' | 'passphrase.html' | 'confirm.html', language: Language): string =>
  `${APP_ORIGIN}/${page}?language=${language}`;

const NONCE_PLACE = '__CSP_NONCE__';
const LANGUAGE_PLACE = '__LANGUAGE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** `handed`: a page has its program, with which it is busy for a while. */
export function servePage(session: Session, folder: string, handed: () => void = () => undefined): void {
  async function serve(request: ProtocolRequest, respond: (answer: ProtocolResponse) => void): Promise<void> {
    const answer = await answerTo(request, folder).catch(() => NOT_FOUND);
    respond(answer);
    if (isProgram(request.url)) {
      handed();
    }
  }
  // `handle`, which is newer, makes a Request and a Response of the web, and at the first of them Node.js loads a whole client for
  // HTTP: a fifth of what this process does until the page is there.
  // oxlint-disable-next-line typescript/no-deprecated
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => {
    void serve(request, respond);
  });
}

/** As the build names it; of all files of a page it is the largest, and read last. */
const isProgram = (url: string): boolean => /^\/assets\/index-[^/]+\.js$/.test(new URL(url).pathname);

const NOT_FOUND: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

async function answerTo(
  { url, method }: Pick<ProtocolRequest, 'url' | 'method'>,
  folder: string,
): Promise<ProtocolResponse> {
  const { host, pathname, searchParams } = new URL(url);
  if (method !== 'GET' || host !== 'custodian') {
    return NOT_FOUND;
  }
  const file = fileFor(folder, pathname);
  const type = file === null ? undefined : TYPES[path.extname(file)];
  if (file === null || type === undefined) {
    return NOT_FOUND;
  }
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) {
    return NOT_FOUND;
  }
  // SECURITY: a fresh nonce a load lets the component library add its style sheet, and nobody else.
  const nonce = randomBytes(16).toString('base64');
  const page = (): string =>
    bytes
      .toString('utf8')
      .replaceAll(NONCE_PLACE, nonce)
      .replaceAll(LANGUAGE_PLACE, languageOf(searchParams.get('language')));
  const data = type.startsWith('text/html') ? Buffer.from(page()) : bytes;
  return { statusCode: 200, headers: headersFor(type, nonce), data };
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
