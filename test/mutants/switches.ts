// How a run and the instrumented sources reach one another.

/** What the instrumented sources share with whoever runs them. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  /** How often the active mutant was come by, and how often it may be: it may have made a loop without an end. */
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage: { static: Counts; perTest: Record<string, Counts> };
}
type Counts = Record<string, number>;

const all = globalThis as { __stryker__?: Switches };
export const switches: Switches = (all.__stryker__ ??= { mutantCoverage: { static: {}, perTest: {} } });
