// Rollen und Schritte einer Schlüsselzeremonie, und warum ein Schritt nicht getan ist.
import type { StepProblem } from '../../../domain/ceremony/ceremony.ts';
import type { Role } from '../../../domain/ceremony/people.ts';
import type { StepName } from '../../../domain/ceremony/steps.ts';

export const roles: Record<Role, string> = {
  administrator: 'Leitung der Zeremonie',
  custodian: 'Schlüsselverwahrung',
  witness: 'Zeugin oder Zeuge',
  auditor: 'Interne Revision',
};

export const steps: Record<StepName, string> = {
  people: 'Personen und Ort',
  clock: 'Uhr',
  machine: 'Zustand des Rechners',
  chain: 'Protokollkette',
  'read-device': 'Fingerabdruck des Geräts',
  'saved-before': 'Sicherung vorher',
  generate: 'Schlüssel erzeugen',
  'read-kid': 'Name des Schlüssels',
  'read-certificate': 'Fingerabdruck des Zertifikats',
  backup: 'Sicherung',
  'read-backup': 'Fingerabdruck der Sicherung',
  drill: 'Probe',
  'hand-over': 'Übergabe',
  preview: 'Was veröffentlicht würde',
};

export const problems: Record<StepProblem, string> = {
  'not-done': 'er ist noch nicht getan',
  'not-read': 'noch hat niemand getippt, was vorgelesen wurde',
  'read-back': 'getippt wurde etwas anderes, als gezeigt wird',
  clock: 'die Uhr dieses Rechners weicht von dem ab, was ein Server sagte',
  alarms: 'das Programm hat etwas Alarmierendes gefunden',
  chain: 'etwas spricht gegen die Protokollkette',
  unsaved: 'Schlüssel dieses Mandanten sind in keiner Sicherung',
  'not-in-backup': 'der Schlüssel ist nicht in der Sicherung',
  'no-key': 'es gibt keinen Schlüssel zum Vorlesen',
  'no-backup': 'in dieser Zeremonie wurde keine Sicherung gemacht',
  'not-wanted': 'der Schlüssel ist nicht in der Menge, die veröffentlicht würde',
  'set-refused': 'die Menge würde abgewiesen',
};
