// Why the registry does not hold. Completes “cannot be read (…)”.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { RegistryFlaws } from '../../../problems/registry.ts';

const words: CodedWords<RegistryFlaws> = {
  'not-a-database': 'it is not a database',
  'pages-damaged': 'its pages are damaged',
  'tables-unfit': 'its tables are not as they should be',
  database: ({ text }) => text,
  'lost-row': ({ table }) => `a row of ${table} points nowhere`,
  column: ({ column }) => `column ${column}`,
  'key-without-ring': 'a key without its ring',
  'consumer-gone': 'a consumer that was just written is gone',
  'keychain-unknown': 'it names a keychain that no Key Custodian uses',
  'keychain-name-unfit': 'its name in the keychain is none',
};

export const registryFlaw = told(words);
