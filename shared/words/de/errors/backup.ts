// German sentences for errors: backups.
import { backupAdvice, backupFlaw } from '../problems/backup.ts';
import { shareAdvice, shareFlaw } from '../problems/shares.ts';
import { say, type Sentences } from '../../sentence.ts';

export const backupSentences = {
  BACKUP_UNREADABLE: ({ problem }) => say(`${backupFlaw(problem)}. Nichts wurde geändert.`, backupAdvice(problem)),
  SHARES_UNFIT: ({ from, problem }) =>
    say(`${from === null ? '' : `${from}: `}${shareFlaw(problem)}. Nichts wurde geändert.`, shareAdvice(problem)),
  BACKUP_TOO_NEW: ({ found, known }) =>
    say(
      `Die Sicherung stammt von einem neueren Key Custodian (Version ${found}, dieser kennt ${known}). Nichts wurde geändert.`,
      'Aktualisieren Sie Key Custodian und versuchen Sie es noch einmal.',
    ),
  BACKUP_CHANGED: () =>
    say(
      'Die Sicherung ist nicht mehr die, die angesehen wurde, oder die Registratur hat sich inzwischen geändert. Nichts wurde geändert.',
      'Sehen Sie noch einmal an, was wiederhergestellt würde.',
    ),
  BACKUP_NOT_PROVEN: () =>
    say(
      'Zurückgelesen ist die Sicherung nicht, was geschrieben wurde. Sie zählt nicht und wurde entfernt.',
      'Nehmen Sie ein anderes Laufwerk. Kein Schlüssel gilt durch sie als gesichert.',
    ),
  BACKUP_NOT_POSSIBLE: () =>
    say(
      'Die privaten Schlüssel können den Ort nicht verlassen, an dem sie liegen. Eine Sicherung von ihnen gibt es nicht.',
      'Sichern Sie jenen Ort auf seine eigene Weise.',
    ),
} satisfies Partial<Sentences>;
