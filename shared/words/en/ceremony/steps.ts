// The parts and steps of a key ceremony, and why a step is not done.
import type { StepProblem } from '../../../domain/ceremony/ceremony.ts';
import type { Role } from '../../../domain/ceremony/people.ts';
import type { StepName } from '../../../domain/ceremony/steps.ts';

export const roles: Record<Role, string> = {
  administrator: 'Ceremony administrator',
  custodian: 'Key custodian',
  witness: 'Witness',
  auditor: 'Internal auditor',
};

export const steps: Record<StepName, string> = {
  people: 'People and place',
  clock: 'Clock',
  machine: 'State of the machine',
  chain: 'Audit chain',
  'read-device': 'Fingerprint of the device',
  'saved-before': 'Backup before',
  generate: 'Generate the key',
  'read-kid': 'Name of the key',
  'read-certificate': 'Fingerprint of the certificate',
  backup: 'Backup',
  'read-backup': 'Fingerprint of the backup',
  drill: 'Drill',
  'hand-over': 'Hand-over',
  preview: 'What will be published',
};

export const problems: Record<StepProblem, string> = {
  'not-done': 'it is not done yet',
  'not-read': 'nobody typed yet what was read out',
  'read-back': 'what was typed is not what is shown',
  clock: 'the clock of this machine differs from what a server said',
  alarms: 'the program found something alarming',
  chain: 'something speaks against the audit chain',
  unsaved: 'keys of this tenant are in no backup',
  'not-in-backup': 'the key is not in the backup',
  'no-key': 'there is no key to read',
  'no-backup': 'no backup was made in this ceremony',
  'not-wanted': 'the key is not in the set that would be published',
  'set-refused': 'the set would be refused',
};
