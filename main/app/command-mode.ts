// The installed program is one executable that cannot be used as an interpreter (its fuses), so the command line runs in it too:
// `custodian` starts it with these words before everything else (build/packages/custodian.sh, docs/adr/0065).

/** First, so that nothing else can be taken for it. */
export const COMMAND_LINE = '--command-line';

/** What the launcher adds: no display, no graphics card, no chatter of the engine between the lines of a command. */
export const COMMAND_SWITCHES = [
  '--ozone-platform=headless',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--log-level=3',
] as const;

/**
 * The arguments of a command, or `null` when a window was asked for.
 * SECURITY: no other switch reaches the engine with a command; what stands behind `--` it does not read.
 */
export function commandFrom(argv: readonly string[]): readonly string[] | null {
  const expected = [COMMAND_LINE, ...COMMAND_SWITCHES, '--'];
  return expected.every((word, index) => argv[index] === word) ? argv.slice(expected.length) : null;
}
