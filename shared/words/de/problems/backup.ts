// Was an einer Sicherung nicht stimmt und was zu tun ist.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { BackupFlaw, BackupFlaws } from '../../../problems/backup.ts';

const words: CodedWords<BackupFlaws> = {
  'no-backup': 'Die Datei ist keine Sicherung von Key Custodian',
  'wrong-passphrase': 'Die Passphrase öffnet die Sicherung nicht',
  'other-recipient': 'Die Sicherung ist für andere verschlossen: Diese Identität öffnet sie nicht',
  'other-shares': 'Die Anteile gehören zu einer anderen Sicherung',
  'needs-passphrase': 'Die Sicherung ist unter einer Passphrase verschlossen, angegeben wurde etwas anderes',
  'needs-identity': 'Die Sicherung ist für Empfänger verschlossen, angegeben wurde eine Passphrase',
  'identity-unusable': 'Die Datei enthält keine brauchbare age-Identität',
  'too-costly':
    'Die Sicherung verlangt mehr Rechenarbeit, als hier für eine Passphrase geleistet wird; sie stammt nicht von Key Custodian',
  damaged: 'Die Sicherung ist abgeschnitten oder beschädigt',
  unexpected: ({ path }) => `Die Sicherung enthält ${path}, das in keiner Sicherung steht`,
  twice: ({ path }) => `Die Sicherung enthält ${path} zweimal`,
  'too-large': ({ path }) => `${path} in der Sicherung ist größer, als eine solche Datei sein kann`,
  'not-listed': ({ path }) => `${path} steht in der Sicherung, aber nicht in ihrem Verzeichnis`,
  'file-missing': ({ path }) => `${path} fehlt in der Sicherung`,
  'file-other': ({ path }) => `${path} in der Sicherung ist nicht, was ihr Verzeichnis sagt`,
  unreadable: ({ path }) => `${path} in der Sicherung lässt sich nicht lesen`,
  'other-key': ({ kid }) => `Der private Schlüssel bei ${kid} in der Sicherung gehört zu einem anderen öffentlichen`,
  'key-unreadable': ({ kid }) => `Der private Schlüssel von ${kid} in der Sicherung ist unbrauchbar`,
  'key-missing': ({ kid }) => `Der private Schlüssel von ${kid} fehlt in der Sicherung, und sie sagt nicht, warum`,
  'chain-broken': ({ entry }) => `Die Protokollkette in der Sicherung hält bei Eintrag ${entry} nicht`,
  'signature-wrong': 'Die Signatur der Sicherung gilt nicht: Jemand hat sie von Hand zusammengestellt',
  'rows-unfit': 'Die Einträge in der Sicherung gehören nicht zusammen',
};

export const backupFlaw = told<BackupFlaws>(words);

const advices: Partial<Record<BackupFlaw['code'], string>> = {
  'wrong-passphrase': 'Geben Sie sie noch einmal ein; Großbuchstaben und Leerzeichen zählen.',
  'other-recipient': 'Geben Sie die Datei mit der age-Identität eines ihrer Empfänger an.',
  'other-shares': 'Vergleichen Sie „Satz“ auf den Blättern mit dem, was zur Sicherung notiert wurde.',
  'needs-identity': 'Geben Sie die Datei mit der age-Identität eines ihrer Empfänger an, oder genug Anteile.',
  'needs-passphrase': 'Geben Sie die Passphrase an.',
  'identity-unusable':
    'Sie beginnt mit AGE-SECRET-KEY-. Zu SSH- und Hardwareschlüsseln siehe die Anleitung zu Sicherungen.',
  'no-backup': 'Prüfen Sie, ob es die gemeinte Datei ist.',
  'too-costly': 'Prüfen Sie, ob es die gemeinte Datei ist.',
};

const ANOTHER =
  'Nehmen Sie eine andere Kopie oder eine andere Sicherung. Finden Sie heraus, was mit dieser geschehen ist.';

export const backupAdvice = ({ code }: BackupFlaw): string => advices[code] ?? ANOTHER;
