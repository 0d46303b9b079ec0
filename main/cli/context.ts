// What every command is given.
import type { CustodyPlace } from '../composition/custody-place.ts';
import type { Console, Output } from './output.ts';
import type { Perform, Run } from './perform.ts';
import type { Session } from './session.ts';

export interface Context {
  output: Output;
  console: Console;
  /** Throws REGISTRY_OF_PRODUCT. */
  place(): CustodyPlace;
  /** Opens the registry and the keychain for the length of `work`: for commands of several acts, or with files. */
  withCustodian: Session;
  /** A command line that is only asked for: ends in APPROVAL_NEEDED, with what a request is made of. */
  ask: (words: readonly string[]) => Promise<void>;
  /** A command line that is done as a part of this one, on the same data, and answers to `output`. */
  inside: (words: readonly string[], output: Output) => Promise<void>;
  /** One act, from its options to what it answers. */
  perform: Perform;
  /** The same, and prints that. */
  run: Run;
}
