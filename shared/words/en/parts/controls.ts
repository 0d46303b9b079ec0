// Buttons, fields and errors that every part of the window uses.
export const controls = {
  showMore: { firstOf: (shown: number, all: number) => `The first ${shown} of ${all}.`, verb: 'Show more' },
  copy: {
    /** `what` as the caller names it: `kid`. */
    verb: (what: string) => `Copy ${what}`,
    refused: 'The clipboard refused',
    copied: (what: string) => `Copied ${what}`,
    notCopied: (what: string) => `Not copied: the clipboard refused ${what}`,
    details: 'details',
  },
  cancel: {
    verb: (what: string) => `Cancel ${what}`,
    asked: 'Stopping…',
    stopping: (what: string) => `Stopping ${what}`,
    notStopped: (what: string) => `${what} could not be stopped`,
    sent: 'It was sent and cannot be undone. Waiting for the outcome.',
    stopped: 'You stopped it; nothing was changed.',
    /** What the button beside a read cancels. */
    reading: 'reading',
    waitingFor: (name: string) => `Waiting for ${name} to answer`,
  },
  typeName: (tenant: string) => `Type the tenant’s name: ${tenant}`,
  secondOfficer: {
    save: 'Save the request…',
    saved: (file: string, picture: boolean) =>
      `${file}${picture ? ', and a picture of it beside it' : ''}: give it to a second officer.`,
    take: 'Take the answer…',
    taken: 'Taken. Now do the same again.',
    takeThis: 'Take it',
    answer: 'Answer a request…',
    answerThis: 'Answer it…',
    answering: 'Waiting for your answer',
    answered: {
      granted: (file: string) => `You approved it: ${file}`,
      refused: (file: string) => `You refused it: ${file}`,
    },
    giveBack: (picture: boolean) => `${picture ? 'A picture of it lies beside it. ' : ''}Give it to whoever asked.`,
  },
  wayOut: { tenant: 'To the settings of the tenant', app: 'To the settings' },
  askedElsewhere: 'Key Custodian asks once more, in a window of its own.',
  unitOf: (label: string) => `Unit of ${label.toLowerCase()}`,
  units: { seconds: 'seconds', minutes: 'minutes', hours: 'hours', days: 'days' },
};
