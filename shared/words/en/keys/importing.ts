// Private keys that are taken into custody from a file.
type Place = 'next' | 'current' | 'previous';

const places: Record<Place, { name: string; means: string }> = {
  next: { name: 'Next', means: 'Publish it and rotate when verifiers know it. The usual way.' },
  current: { name: 'Current', means: 'It signs at once. Only while the current key was never published or used.' },
  previous: { name: 'Previous', means: 'It no longer signs, but its tokens should still verify.' },
};

export const importing = {
  place: 'Import it as',
  places,
  currentInUse: (kid: string) => `The current key ${kid} was published or used. Import yours as next, and rotate.`,
  kid: 'Key id (kid)',
  kidMeans:
    'Optional. Left blank, the id that the file gives is kept, else it is the RFC 7638 thumbprint. Tokens name their key by it.',

  imported: {
    title: (kid: string, place: string) => `Imported ${kid} as ${place}`,
    where: (ring: string, tenant: string) =>
      `It is in ring ${ring} of ${tenant}, and its private key is in the keychain. The file is still where it was: remove it when you are done.`,
    next: {
      next: 'What comes next: publish it. When verifiers know it, rotate, and it signs.',
      current: 'It signs from now on. What comes next: publish it, so that verifiers accept what it signs.',
      previous: 'What comes next: publish it, so that verifiers accept the tokens it has signed.',
    } satisfies Record<Place, string>,
  },

  file: {
    title: (ring: string) => `Import a key into “${ring}”`,
    verb: 'Choose file…',
    working: 'Waiting for the file',
    what: (algorithm: string) =>
      `The file holds a private key for ${algorithm}. It is read outside this window and goes into the keychain. The file itself stays where it is: remove it when you are done.`,
    noFile: 'No file was chosen. Nothing was changed.',
  },

  allow: {
    smallExponent: {
      label: 'Take an RSA key with a small exponent',
      means: 'Below 65537, as some old tools make them. Verifiers take such keys, auditors ask about them.',
    },
    longWork: {
      label: 'Take the time that very many rounds need',
      means: 'For files whose passphrase costs up to half a minute.',
    },
  },

  many: {
    open: 'Import many keys…',
    title: (tenant: string) => `Import many keys into ${tenant}`,
    verb: 'Choose files…',
    again: 'Choose others…',
    working: 'Waiting for the files',
    theImport: 'the import',
    what: 'Choose files with any number of private keys. Before anything is imported, you are shown what each key is and where it goes: into the ring of its algorithm, as the next key where that place is free, else as a previous one.',
  },

  inspected: {
    title: (fileName: string) => `Import the key in ${fileName}`,
    verb: 'Import',
    working: 'Importing the key',
    what: 'Its private key goes into the keychain. The file itself stays where it is: remove it when you are done.',
    whatLocked:
      'Its private key goes into the keychain. The passphrase is asked for in a window of its own. The file itself stays where it is: remove it when you are done.',
    tenant: 'Tenant',
    ring: 'Ring',
    ringMeans: 'Those whose algorithm fits the key.',
    noRingFits: (tenant: string) =>
      `No ring of ${tenant} fits this key. Add one of its algorithm first, under “Key rings”.`,
    stopped: 'A dialog was closed. Nothing was changed.',
  },
};
