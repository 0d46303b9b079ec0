// What every command is given.
import type { CustodyPlace } from '../composition/custody-place.ts';
import type { Console, Output } from './output.ts';
import type { Session } from './session.ts';

export interface Context {
  output: Output;
  console: Console;
  /** Throws REGISTRY_OF_PRODUCT. */
  place(): CustodyPlace;
  /** Opens the registry and the keychain for the length of `work`. */
  withCustodian: Session;
}
