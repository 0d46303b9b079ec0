// Windows and sessions of Electron as the program's own code uses them, over pages and contexts of a Chromium that is driven.
// That Chromium knows no scheme of ours, so app:// is https:// to it; whatever else a page asks for is refused and noted.
import { EventEmitter } from 'node:events';
import type { Browser, BrowserContext, Page, Route } from '@playwright/test';
import type { ProtocolRequest, ProtocolResponse } from 'electron';
import { APP_ORIGIN } from '../../main/app/page-protocol.ts';
import { bindCalls, tell } from './calls.ts';

const WEB_ORIGIN = 'https://custodian.test';
const toWeb = (address: string): string => address.replace(APP_ORIGIN, WEB_ORIGIN);
const fromWeb = (address: string): string => address.replace(WEB_ORIGIN, APP_ORIGIN);

type Serve = (request: ProtocolRequest, respond: (answer: ProtocolResponse) => void) => void;

let browser: Browser | null = null;
const sessions = new Map<string, PageSession>();
const open: BrowserWindow[] = [];

/** Emits `window` with the page of each, once it has an address. */
export const news = new EventEmitter<{ window: [Page] }>();
/** Those that have one, in the order in which they came. */
export const shown: Page[] = [];
/** What pages asked for that is not ours. */
export const strayed: string[] = [];

export const browserWindows = (): BrowserWindow[] => [...open];

export function driveWith(given: Browser): void {
  browser = given;
}

class PageSession extends EventEmitter {
  readonly #serving: { serve: Serve | null } = { serve: null };
  #context: Promise<BrowserContext> | null = null;

  readonly protocol = {
    isProtocolHandled: () => this.#serving.serve !== null,
    registerFileProtocol: (_scheme: string, serve: Serve) => {
      this.#serving.serve = serve;
    },
  };
  readonly setPermissionRequestHandler = (): undefined => undefined;
  readonly resolveProxy = async (): Promise<string> => 'DIRECT';

  context(): Promise<BrowserContext> {
    this.#context ??= this.#made();
    return this.#context;
  }

  async #made(): Promise<BrowserContext> {
    if (browser === null) {
      throw new Error('nothing to drive');
    }
    const context = await browser.newContext({ viewport: null });
    await context.route(
      () => true,
      (route) => this.#answer(route),
    );
    return context;
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const { serve } = this.#serving;
    if (serve === null || !request.url().startsWith(`${WEB_ORIGIN}/`)) {
      strayed.push(request.url());
      await route.abort();
      return;
    }
    const asked = { url: fromWeb(request.url()), method: request.method(), headers: {}, referrer: '' };
    const { path: file, headers } = await new Promise<ProtocolResponse>((resolve) => serve(asked, resolve));
    const sent = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, toWeb(String(value))]));
    await (file === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ headers: sent, path: file }));
  }
}

function sessionOf(partition: string): PageSession {
  const known = sessions.get(partition) ?? new PageSession();
  sessions.set(partition, known);
  return known;
}

export const session = { fromPartition: sessionOf, defaultSession: sessionOf('') };

interface Options {
  parent?: BrowserWindow;
  webPreferences: { session: PageSession; preload: string };
}

class WebContents extends EventEmitter {
  static #count = 0;
  readonly id = (WebContents.#count += 1);
  readonly session: PageSession;
  readonly #page: Promise<Page>;
  readonly #window: BrowserWindow;
  #address = '';
  /** What is told arrives in the order in which it was said. */
  #told: Promise<void> = Promise.resolve();

  constructor(window: BrowserWindow, { webPreferences }: Options) {
    super();
    this.#window = window;
    this.session = webPreferences.session;
    this.#page = this.#made(webPreferences.preload);
  }

  async #made(preload: string): Promise<Page> {
    const page = await (await this.session.context()).newPage();
    await bindCalls(page, preload, (origin) => ({
      sender: this,
      senderFrame: { parent: null, origin: fromWeb(origin) },
    }));
    page.on('close', () => {
      shown.splice(shown.indexOf(page) >>> 0, 1);
      this.#window.gone();
    });
    page.on('framenavigated', () => {
      this.#address = fromWeb(page.url());
    });
    return page;
  }

  page(): Promise<Page> {
    return this.#page;
  }

  getURL(): string {
    return this.#address;
  }

  isDestroyed(): boolean {
    return this.#window.isDestroyed();
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page;
    const isNew = page.url() === 'about:blank';
    await page.goto(toWeb(address), { waitUntil: 'commit' });
    if (isNew) {
      shown.push(page);
      news.emit('window', page);
    }
    await page.waitForLoadState('load');
    this.emit('did-finish-load');
    this.#window.emit('ready-to-show');
  }

  reload(): void {
    void this.#page.then((page) => page.reload()).then(() => this.emit('did-finish-load'));
  }

  send(channel: string, payload: unknown): void {
    const page = this.#page;
    this.#told = this.#told.then(async () => tell(await page, channel, payload));
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #parent: BrowserWindow | null;
  #isGone = false;
  #isSeen = false;
  #isFocused = false;

  constructor(options: Options) {
    super();
    this.#parent = options.parent ?? null;
    this.webContents = new WebContents(this, options);
    open.push(this);
  }

  readonly setContentSize = (): undefined => undefined;
  readonly setPosition = (): undefined => undefined;
  readonly setContentProtection = (): undefined => undefined;
  readonly isMinimized = (): boolean => false;
  readonly getBounds = () => ({ x: 0, y: 0, width: 1280, height: 820 });
  readonly getNormalBounds = () => this.getBounds();
  readonly isDestroyed = (): boolean => this.#isGone;
  readonly isVisible = (): boolean => this.#isSeen;
  readonly isFocused = (): boolean => this.#isFocused;
  readonly getParentWindow = (): BrowserWindow | null => this.#parent;
  readonly getChildWindows = (): BrowserWindow[] => open.filter((one) => one.getParentWindow() === this);
  readonly loadURL = (address: string): Promise<void> => this.webContents.loadURL(address);

  show(): void {
    this.#isSeen = true;
    this.emit('show');
  }

  hide(): void {
    this.#isSeen = false;
    this.#blur();
    this.emit('hide');
  }

  /** One window has it at a time. */
  focus(): void {
    open.forEach((other) => (other === this ? undefined : other.#blur()));
    this.#isFocused = true;
    this.emit('focus');
  }

  #blur(): void {
    if (this.#isFocused) {
      this.#isFocused = false;
      this.emit('blur');
    }
  }

  close(): void {
    void this.webContents.page().then((page) => page.close());
  }

  destroy(): void {
    this.close();
  }

  gone(): void {
    if (!this.#isGone) {
      this.#isGone = true;
      open.splice(open.indexOf(this), 1);
      this.emit('closed');
    }
  }
}
