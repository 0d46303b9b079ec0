// The installed program is one executable that cannot be used as an interpreter (its fuses), so what needs no window runs in it
// too, when it is started with these words before everything else (build/packages/files/custodian.sh, docs/adr/0065).

/** What runs without a window, by the word that asks for it; it comes first, so that nothing else can be taken for it. */
const PROGRAMS = { '--command-line': 'command-line.cjs', '--key-holder': 'key-holder.cjs' } as const;
type Word = keyof typeof PROGRAMS;

/** No display, no graphics card, no chatter of the engine between the lines of a command. */
const SWITCHES = [
  '--ozone-platform=headless',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--log-level=3',
] as const;

/** What stands before the arguments of such a program. */
export const wordsFor = (word: Word): readonly string[] => [word, ...SWITCHES, '--'];

export interface WithoutWindow {
  /** Its file. */
  program: string;
  args: readonly string[];
}

/**
 * `null` when a window was asked for.
 * SECURITY: no other switch reaches the engine with it; what stands behind `--` the engine does not read.
 */
export function withoutWindow(argv: readonly string[]): WithoutWindow | null {
  for (const [word, program] of Object.entries(PROGRAMS)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of this very value
    const expected = wordsFor(word as Word);
    if (expected.every((one, index) => argv[index] === one)) {
      return { program, args: argv.slice(expected.length) };
    }
  }
  return null;
}
