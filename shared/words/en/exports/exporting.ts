// Public files: one key in one format, a whole set, or everything at once.
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

/** Those who ask for a file and cannot say which. */
type Recipe = 'saml' | 'aspnet' | 'gateway' | 'java';

const recipes: Record<Recipe, { name: string; why: string }> = {
  saml: {
    name: 'SAML service provider',
    why: 'this element goes into its metadata. It does not fetch a new key by itself, so agree on the day with its owner.',
  },
  aspnet: {
    name: 'ASP.NET / IdentityServer',
    why: 'it usually fetches the tenant’s key set by itself, every 12 hours. Give it this certificate where one is pinned in its settings.',
  },
  gateway: {
    name: 'API gateway (Kong, nginx)',
    why: 'this is every published key in one file. A set that was pasted is kept forever, so supply the new one before you rotate.',
  },
  java: {
    name: 'Java keystore',
    why: 'it imports the certificate as bytes, and keeps it until somebody replaces it.',
  },
};

export const exporting = {
  title: 'Export',
  lead: 'Public keys only. Nothing here can sign, so it may be mailed and pasted freely.',
  leadShort: 'Public keys only. Nothing here can sign.',
  formats: 'Formats',
  askedBy: <Quiet>(quiet: (text: string) => Quiet, who: string) => phrase`${quiet('Asked for by')} ${who}`,
  profile: 'Profile',
  text: 'text',
  toFile: 'Save it as a file',
  save: 'Save…',
  saved: (fileName: string) => `Saved ${fileName}`,
  notSaved: 'Nothing was saved: the dialog was closed.',
  content: (fileName: string) => `Content of ${fileName}`,
  firstBytes: (bytes: number) => `first ${bytes} bytes shown`,
  sha256: 'SHA-256',
  sha256OfFile: 'SHA-256 of the file',

  recipes: {
    question: 'Who asks for it?',
    answer: <Name>(name: Name, why: string) => phrase`${name}: ${why}`,
    of: recipes,
  },

  many: {
    title: 'Export many keys',
    keysOf: 'Keys of',
    wholeTenant: (tenant: string) => `The whole tenant ${tenant}`,
    ring: (ring: string) => `Ring ${ring}`,
    ledger: 'Private keys that left',
    ledgerLead: 'They leave from the page of a key only, and never unprotected.',
    ledgerCaption: 'The ledger',
  },

  everything: {
    title: 'Everything at once',
    lead: 'Every format of every key, the sets, a manifest with hashes, and an index to read. It is written completely or not at all, and never over an existing folder.',
    folder: 'Make a folder…',
    zip: 'Make a ZIP…',
    working: 'Choosing where to save',
    /** What is cancelled. */
    work: 'the export',
    saved: (folder: string, files: number) => `Saved ${folder} with ${count(files, 'file')}`,
    manifest: <Sha256>(sha256: Sha256) => phrase`SHA-256 of manifest.json ${sha256}`,
  },
};
