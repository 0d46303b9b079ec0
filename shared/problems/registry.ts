// Why the registry does not hold: code -> its values.
import type { Coded } from './coded.ts';

export interface RegistryFlaws {
  'not-a-database': null;
  'pages-damaged': null;
  'tables-unfit': null;
  /** In the words of its own check. */
  database: { text: string };
  'lost-row': { table: string };
  column: { column: string };
  'key-without-ring': null;
  'consumer-gone': null;
  'keychain-unknown': null;
  'keychain-name-unfit': null;
}

export type RegistryFlaw = Coded<RegistryFlaws>;
