// Why the registry does not hold, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { RegistryFlaws } from '../../../problems/registry.ts';

const words: CodedWords<RegistryFlaws> = {
  'not-a-database': 'das ist keine Datenbank',
  'pages-damaged': 'seine Seiten sind beschädigt',
  'tables-unfit': 'seine Tabellen sind nicht, wie sie sein sollen',
  database: ({ text }) => text,
  'lost-row': ({ table }) => `eine Zeile von ${table} zeigt ins Leere`,
  column: ({ column }) => `Spalte ${column}`,
  'key-without-ring': 'ein Schlüssel ohne seinen Schlüsselring',
  'consumer-gone': 'ein eben geschriebener Abnehmer ist verschwunden',
  'keychain-unknown': 'es nennt einen Schlüsselbund, den kein Key Custodian benutzt',
  'keychain-name-unfit': 'sein Name im Schlüsselbund ist keiner',
};

export const registryFlaw = told(words);
