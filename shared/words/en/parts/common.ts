// Words that more than one part of the window uses for the same thing.
export const common = {
  cancel: 'Cancel',
  close: 'Close',
  tryAgain: 'Try again',
  reason: 'Reason',
  reasonGoesIntoAudit: 'Optional. Goes into the audit log.',
  copied: 'Copied',
  save: 'Save',
  edit: 'Edit',
  /** How far a piece of work is. */
  stepOf: (work: string, step: number, of: number) => `${work} (${step} of ${of})`,
  never: 'never',
  none: 'None',
  tenant: 'Tenant',
  when: 'When',
  what: 'What',
};
