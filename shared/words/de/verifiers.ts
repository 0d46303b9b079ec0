// The catalogue of verifiers; most products have one name everywhere.
import { VERIFIER_WORDS } from '../en/verifiers.ts';
import type { en } from '../en/shared.ts';

export const verifier: (typeof en)['verifier'] = {
  dotnet: {
    ...VERIFIER_WORDS.dotnet,
    note: 'Erneuert alle 12 Stunden; auf Verlangen höchstens alle 5 Minuten (learn.microsoft.com).',
  },
  'entra-guidance': {
    ...VERIFIER_WORDS['entra-guidance'],
    name: 'Eigener Code nach der Anleitung zu Entra ID',
    note: 'Schlüssel leben 24 Stunden und werden stündlich erneuert (zitiert in kilork/openid #59).',
  },
  jose: {
    ...VERIFIER_WORDS.jose,
    note: 'Behält 10 Minuten; sieht bei unbekannter kid nach einer Pause von 30 Sekunden neu nach (Dokumentation von jose).',
  },
  'aws-api-gateway': {
    ...VERIFIER_WORDS['aws-api-gateway'],
    name: 'JWT-Authorizer des AWS API Gateway',
    note: 'Bis zu einer Stunde, ohne Gewähr (docs.aws.amazon.com).',
  },
  apigee: { ...VERIFIER_WORDS.apigee, note: 'Fünf Minuten (discuss.google.dev 158938).' },
  istio: {
    ...VERIFIER_WORDS.istio,
    note: 'PILOT_JWT_PUB_KEY_REFRESH_INTERVAL, voreingestellt 20 Minuten (istio #37710, #29436).',
  },
  'ping-gateway': {
    ...VERIFIER_WORDS['ping-gateway'],
    note: 'Zwei Minuten und zwei weitere, wenn ein Schlüssel fehlt (docs.pingidentity.com).',
  },
  'airlock-iam': {
    ...VERIFIER_WORDS['airlock-iam'],
    note: 'Zehn Minuten, im schlimmsten Fall zwanzig (docs.airlock.com).',
  },
  'tibco-ems': {
    ...VERIFIER_WORDS['tibco-ems'],
    note: 'Ein Tag; sieht bei unbekannter kid nach 5 Minuten neu nach (docs.tibco.com).',
  },
  'hcl-domino': {
    ...VERIFIER_WORDS['hcl-domino'],
    note: 'So lange, wie der Cache-Control-Header sagt, sonst 15 Minuten.',
  },
  'auth0-advice': {
    ...VERIFIER_WORDS['auth0-advice'],
    name: 'Eigener Code nach dem Rat von Auth0',
    note: 'Behält 5 bis 10 Minuten und sieht bei unbekannter kid einmal neu nach.',
  },
  tyk: {
    ...VERIFIER_WORDS.tyk,
    note: 'Etwa vier Minuten, in denen neue Schlüssel abgelehnt werden (tyk #6378).',
  },
  other: {
    name: 'Ein anderer Prüfer',
    note: 'Einer, der nicht in dieser Liste steht. Geben Sie an, wie lange er einen Schlüsselsatz behält; sonst wird ein Tag angenommen.',
  },
  pinned: {
    ...VERIFIER_WORDS.pinned,
    name: 'Fest eingetragenes Zertifikat, eingebettetes JWKS oder Firmware',
    note: 'Behält den Schlüssel, bis ein Mensch ihn ersetzt: Verlangt eine Bestätigung, wo andere eine Wartezeit verlangen.',
  },
};
