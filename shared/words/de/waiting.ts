// German words for clocks, plans, policies, forecasts and tokens.
import type { en } from '../en/shared.ts';

type Waiting = Pick<
  typeof en,
  'clockPart' | 'clockReason' | 'planOrder' | 'planStep' | 'policyWarning' | 'forecast' | 'tokenProblem'
>;

export const waiting: Waiting = {
  clockPart: {
    'verifier-cache': 'längster Cache eines Prüfers',
    'consumer-cache': 'längster Cache eines eingetragenen Abnehmers',
    'seen-cache': 'längstes Cache-Control, das am Endpunkt gesehen wurde',
    'seen-cache-capped': 'der Endpunkt verlangt 30 Tage oder mehr Cache; gerechnet werden 30 Tage',
    'stale-on-error': 'veraltete Antworten, während der Endpunkt ausfällt',
    'token-lifetime': 'längste Lebensdauer eines Tokens',
    'clock-skew': 'Abweichung der Uhren',
    safety: 'Sicherheitszuschlag',
  },
  // Completes “Es ist zu früh: …”.
  clockReason: {
    'nothing-announced': 'aus diesem Schlüsselring wurde nie etwas angekündigt',
    'never-published': 'er wurde im öffentlichen JWKS noch nicht gesehen',
    'verifiers-warming': 'Prüfer könnten noch ein JWKS ohne ihn haben',
    'still-signing': 'er signiert noch',
    'tokens-alive': 'damit signierte Token könnten noch gültig sein',
    'not-revoked': 'er ist nicht gesperrt',
    'not-taken-down': 'dass er aus dem öffentlichen JWKS verschwunden ist, wurde noch nicht gesehen',
    'verifiers-forgetting': 'Prüfer könnten noch ein JWKS mit ihm haben',
    'consumers-unconfirmed': 'Abnehmer, die Schlüssel von Hand eintragen, haben noch nicht bestätigt',
  },
  planOrder: {
    'apps-first': {
      title: 'Anwendungen zuerst',
      note: 'Das nächste Zertifikat verteilen, bestätigen, dass die Abnehmer es haben, dann wechseln. Niemand wird unterbrochen.',
    },
    'rotate-first': {
      title: 'Wechsel zuerst',
      note: 'Wechseln, dann die Abnehmer umstellen. Wer nur ein Zertifikat von Hand eingetragen hat, lehnt Token ab, bis er umgestellt ist.',
    },
  },
  planStep: {
    publish: 'Den nächsten Schlüssel veröffentlichen und von außen sehen',
    'hand-out': 'Das neue Zertifikat an die Abnehmer verteilen, die es von Hand eintragen',
    'confirm-consumers': 'Bestätigen, dass die Abnehmer es haben',
    'wait-ready': 'Warten, bis jeder Prüfer den nächsten Schlüssel kennt',
    rotate: 'Wechseln: Der nächste Schlüssel beginnt zu signieren',
    'publish-after': 'Die neue Reihenfolge und den neuen nächsten Schlüssel veröffentlichen',
    prove: 'Von außen nachweisen, dass seine Token angenommen werden',
    'let-go': 'Bestätigen, dass die Abnehmer den bisherigen Schlüssel nicht mehr brauchen',
    'wait-safe': 'Warten, bis das letzte Token des bisherigen Schlüssels abgelaufen ist',
    revoke: 'Den bisherigen Schlüssel sperren',
    'publish-without': 'Ohne ihn veröffentlichen und sehen, dass er verschwunden ist',
    'prove-again': 'Noch einmal nachweisen, dass Token angenommen werden',
  },
  policyWarning: {
    'rotation-beyond-nist':
      'Schlüssel würden länger als drei Jahre signieren und damit länger, als NIST SP 800-57 einem Signaturschlüssel zugesteht.',
    'tokens-outlive-keep':
      'Token können länger leben, als vorige Schlüssel behalten werden; Sperrungen müssen auf sie warten.',
    'announced-too-late': 'Einen so spät angekündigten Schlüssel kennt am Tag des Wechsels noch nicht jeder Prüfer.',
    'announced-before-made':
      'Der nächste Schlüssel müsste vor dem Wechsel angekündigt werden, bei dem er erst entsteht.',
    'cache-short-for-production':
      'Verbreitete Prüfer behalten ein JWKS von sich aus zehn Minuten; diese Richtlinie rechnet mit weniger.',
  },
  forecast: {
    'announce-by': {
      title: 'Nächsten veröffentlichen',
      todo: 'Übertragen Sie den Mandanten, damit die Prüfer den Schlüssel kennen, bevor er signiert.',
    },
    'rotation-due': {
      title: 'Schlüssel wechseln',
      todo: 'Der aktuelle Schlüssel hat so lange signiert, wie die Richtlinie es erlaubt.',
    },
    'revocation-due': {
      title: 'Vorigen Schlüssel sperren',
      todo: 'Seine Token sind abgelaufen, und seine Schonfrist ist vorbei.',
    },
    'compromised-public': {
      title: 'KOMPROMITTIERTER Schlüssel noch öffentlich',
      todo: 'Übertragen Sie den Mandanten jetzt und sehen Sie von außen nach: Bis der Schlüssel verschwunden ist, kann, wer ihn hat, Token signieren, die angenommen werden.',
    },
    'take-down-due': {
      title: 'Gesperrten Schlüssel aus dem Satz nehmen',
      todo: 'Übertragen Sie den Mandanten: Der gesperrte Schlüssel könnte noch öffentlich sein.',
    },
    'copies-left': {
      title: 'Kopien eines gesperrten Schlüssels',
      todo: 'Bitten Sie alle, die den privaten Schlüssel haben, ihn zu vernichten, und vermerken Sie das im Ausgabebuch.',
    },
    'destruction-due': {
      title: 'Löschung eines privaten Schlüssels',
      todo: 'Der private Schlüssel wird gelöscht; bis dahin lässt sich das abbrechen.',
    },
    'certificate-ends': {
      title: 'Zertifikat läuft ab',
      todo: 'Manche Abnehmer lehnen ein abgelaufenes Zertifikat ab, obwohl sein Schlüssel in Ordnung ist: Geben Sie ihnen ein neues.',
    },
  },
  // Completes “Es würde nicht angenommen: …”.
  tokenProblem: {
    'unknown-signer': 'kein Schlüssel dieses Mandanten hat es signiert',
    'unsafe-algorithm': 'sein Kopf verlangt einen Algorithmus, der nichts beweist',
    'critical-extension': 'sein Kopf verlangt eine Erweiterung, die nicht verstanden wird',
    'kid-does-not-match': 'sein Kopf nennt einen anderen Schlüssel als den, der es signiert hat',
    'signer-revoked': 'der Schlüssel, der es signiert hat, ist gesperrt',
    'signer-not-in-use': 'der Schlüssel, der es signiert hat, ist noch nicht in Gebrauch',
    'no-expiry': 'es läuft nie ab',
    expired: 'es ist abgelaufen',
    'not-yet-valid': 'es ist noch nicht gültig',
    'issued-in-the-future': 'es wurde in der Zukunft ausgestellt',
  },
};
