// What is done, said and compared in each step of a key ceremony, as it stands on paper.
import type { StepName } from '../../../domain/ceremony/steps.ts';

export const does: Record<StepName, string> = {
  people:
    'Reads out date, place and who is here in which part. Everybody signs the script. Telephones and cameras are put away, unless they keep a record of this.',
  clock: 'Compares the time that the program shows with a watch of their own.',
  machine: 'Has the program look at keychain, registry and every private key. There must be no alarm.',
  chain: 'Has the program check the whole chain, and compares an anchor that was noted before, if there is one.',
  'read-device':
    'Reads out the end of the fingerprint of this device, which will sign the minutes. The witness types what they heard.',
  'saved-before': 'Has the program look whether every key that is in use is in a backup.',
  generate: 'Generates the next key of the ring.',
  'read-kid': 'Reads out the end of its kid, capitals and small letters apart. The witness types what they heard.',
  'read-certificate':
    'Reads out the end of the SHA-256 fingerprint of its certificate. The witness types what they heard.',
  backup: 'Makes a backup, to recipients or in shares. Each holder of a share checks the sheet and signs for it.',
  'read-backup': 'Reads out the end of the SHA-256 of the backup. The witness types what they heard.',
  drill: 'Opens that backup as in an emergency, with what its holders brought. Every key in it must sign.',
  'hand-over': 'Hands a protected copy of the private key to its recipient, who reads its fingerprint back.',
  preview: 'Has the program show what a push would publish. The key must be in it. Nothing is published.',
};
