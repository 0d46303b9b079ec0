// The German words that the window shares with the main process. Officers are addressed as “Sie”; kid, JWKS and the names
// of standards stay as they are.
import { bulkImport } from './bulk-import.ts';
import { certificateFault } from './flaws.ts';
import { conversion } from './conversion.ts';
import { comparison } from './comparison.ts';
import { consequence } from './consequences.ts';
import { inputProblem } from './problems/input.ts';
import type { en } from '../en/shared.ts';
import { auditProblem, doctorFinding } from './doctor.ts';
import { error } from './errors.ts';
import { fileFormat, keyEntry } from './names.ts';
import { fourEyesKind } from './four-eyes.ts';
import { find } from './find.ts';
import { inspection } from './inspection.ts';
import { keychainDetail } from './problems/keychain.ts';
import { proofStep } from './proof.ts';
import { publishing } from './publishing.ts';
import { screens } from './screens.ts';
import { windowActs } from './window-acts.ts';
import { verifier } from './verifiers.ts';
import { stepProblem } from './step-problems.ts';
import { waiting } from './waiting.ts';

export const de: typeof en = {
  ...publishing,
  ...waiting,
  auditProblem,
  backupDue: ({ unsaved, drill }) => [
    ...(unsaved > 0 ? [`${unsaved} Schlüssel in keiner Sicherung`] : []),
    ...(drill ? ['Eine Probe der Sicherung ist fällig'] : []),
  ],
  bulkImport,
  clockDiffers: ({ host, seconds, direction }) => `${seconds} s ${direction === 'ahead' ? 'vor' : 'hinter'} ${host}`,
  certificateFault,
  comparison,
  consequence,
  conversion,
  credential: {
    'client-secret': 'Client-ID und Client-Secret',
    'private-key-jwt': 'Client-ID und ein verwahrter Schlüssel (private_key_jwt)',
    token: 'ein angegebenes Token',
    basic: 'Benutzer und Passwort',
    'client-certificate': 'ein TLS-Client-Zertifikat',
  },
  doctorFinding,
  error,
  flavour: {
    modern: {
      name: 'AES-256 mit PBKDF2 (SHA-256)',
      askedBy: 'OpenSSL ab 1.1, Java ab 8u301, Windows 10 ab 1709 und Server ab 2019, aktuelles Firefox und NSS',
    },
    compatible: {
      name: '3DES mit SHA-1, schwach: nur für Systeme, die das moderne Verfahren nicht lesen',
      askedBy: 'Windows Server bis 2016, Java vor 8u301, Schlüsselbundverwaltung von macOS vor 15, ältere Appliances',
    },
  },
  find,
  inspection,
  keychainDetail,
  fileFormat,
  fourEyesKind,
  keyEntry,
  proofStep,
  problem: (refused) => `Die Angabe ${inputProblem(refused)}.`,
  screens,
  stepProblem,
  verifier,
  windowActs,
};
