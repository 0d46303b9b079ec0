// SECURITY: the switches of the packaged program. Chromium has hundreds, and among them are a debugger for everybody, a page
// without a sandbox, another resolver and foreign code in our processes; so what is not known to be harmless is refused.
// A checkout takes them all, because tests drive the window through them.

/** Ours, and those that only say how the window looks and which card and display draw it. */
const ALLOWED: ReadonlySet<string> = new Set([
  'data-dir',
  'product',
  'lang',
  'class',
  'display',
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'force-color-profile',
  'force-dark-mode',
  'force-device-scale-factor',
  // What reads the window aloud, where it does not announce itself.
  'force-renderer-accessibility',
  'gtk-version',
  'high-dpi-support',
  'ozone-platform',
  'ozone-platform-hint',
  'use-angle',
  'use-gl',
]);

/** What begins a switch for Chromium: it takes one hyphen for two, on Windows a slash, and overlooks blanks before it. */
const marks = (platform: NodeJS.Platform): RegExp =>
  platform === 'win32' ? /^[\s\u0085\u180E]*(?:--|-|\/)/ : /^\s*--?/;

/** macOS itself gives this to what is opened from the Finder. */
const FROM_FINDER = /^-psn_\d+_\d+$/;

/** The first switch that a packaged program does not take, without its value; `null` when it takes them all. */
export function firstForeignSwitch(argv: readonly string[], platform: NodeJS.Platform): string | null {
  const mark = marks(platform);
  const foreign = argv.find((argument) => {
    const name = withoutValue(argument.replace(mark, ''));
    return mark.test(argument) && name !== '' && !ALLOWED.has(name) && !isFromFinder(argument, platform);
  });
  return foreign === undefined ? null : withoutValue(foreign).trim();
}

const withoutValue = (argument: string): string => argument.split('=', 1).join('').trimEnd();

const isFromFinder = (argument: string, platform: NodeJS.Platform): boolean =>
  platform === 'darwin' && FROM_FINDER.test(argument);
