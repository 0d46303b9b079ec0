// Words that more than one part of the window uses for the same thing.
export const common = {
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  tryAgain: 'Try again',
  /** Beside a field that may stay empty. */
  optional: 'Optional.',
  reason: 'Reason',
  reasonGoesIntoAudit: 'Optional. Goes into the audit log.',
  copy: 'Copy',
  copied: 'Copied',
  save: 'Save',
  edit: 'Edit',
  remove: 'Remove',
  /** How far a piece of work is. */
  stepOf: (work: string, step: number, of: number) => `${work} (${step} of ${of})`,
  never: 'never',
  unknown: 'unknown',
  none: 'None',
  no: 'No',
  tenant: 'Tenant',
  ring: 'Ring',
  key: 'Key',
  when: 'When',
  what: 'What',
};
