// How a command was called wrongly, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { UsageProblems } from '../../../problems/usage.ts';

const words: CodedWords<UsageProblems> = {
  parser: ({ text }) => text,
  'standard-input-twice': 'Die Standardeingabe kann nicht zugleich die Datei und ihre Passphrase sein.',
  'reasons-uneven': ({ keep, reasons }) =>
    `Sagen Sie zu jedem Schlüssel, warum er bleibt: ${keep} --keep-foreign, ${reasons} --reason.`,
  'credentials-of-courier':
    'Geben Sie eines davon an: --token-stdin, --client-id mit --secret-stdin, --basic mit --secret-stdin, --client-certificate mit --key-file.',
  credentials:
    'Geben Sie eines davon an: --client-id mit --secret-stdin oder --private-key-jwt, --token-stdin, --basic mit --secret-stdin, --client-certificate mit --key-file, --show, --remove.',
  'bundle-target': 'Sagen Sie, wohin das Bündel soll: --out oder --qr.',
  device: '--device muss der Fingerabdruck eines Geräts mit 64 Hexadezimalziffern sein.',
  'to-whom': 'Sagen Sie mit --to, an wen der private Schlüssel geht: Es wird im Übergabebuch festgehalten.',
  protection: 'Schützen Sie die Datei mit --passphrase-stdin oder für einen --recipient, eines von beiden.',
  'backup-opener':
    'Sagen Sie, womit die Sicherung geöffnet wird: --passphrase-stdin, --identity oder --share, eines davon.',
  shares: 'Zu Anteilen gehören --holders mit jeder Person, --threshold und --sheets, der Ordner für die Blätter.',
  'step-without-command': 'Der nächste Schritt der Zeremonie ist keiner, den ein Befehl tut.',
  'vault-passphrase':
    'Geben Sie an, wo die Passphrase des Tresors steht: mit --passphrase-file oder --passphrase-stdin, eines davon, oder tippen Sie sie im Terminal.',
  'passphrases-differ': 'Die beiden Passphrasen sind nicht gleich. Es wurde nichts geändert.',
  'no-holder-here':
    'Auf diesem Rechner wird zwischen Befehlen kein Schlüssel gehalten. Nennen Sie die Passphrase bei jedem: --vault-passphrase-file.',
  'format-or-all': 'Sagen Sie, welches --format, oder --all.',
  'consumer-or-all': 'Sagen Sie, welcher --consumer, oder --all.',
  'network-nothing':
    'Sagen Sie, was eingestellt werden soll: --ca, --remove-ca, --no-ca, --proxy, --pac, --no-proxy, --proxy-user.',
  'proxy-or-script': 'Geben Sie --proxy oder --pac an, nicht beides.',
  'proxy-login': 'Eine Anmeldung am Proxy ist --proxy-user mit --proxy-password-stdin.',
  'proxy-of-login': 'Sagen Sie mit --proxy-at, für welchen Proxy das Passwort ist. Es wird an keinen anderen gesendet.',
};

export const usageProblem = told(words);
