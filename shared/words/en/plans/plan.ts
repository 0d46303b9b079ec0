// A guided rotation: the screen, the run, the steps and what a plan is bound to.
import { phrase } from '../../phrase.ts';

export const plan = {
  title: (ring: string) => `Plan a rotation of “${ring}”`,
  here: 'Plan a rotation',
  lead: 'Every step with its date, before anything is done. Nothing is stored: the plan follows from the keys and the policy, so you can leave and come back.',
  whoFirst: 'Who moves first?',
  earliestAssumes: 'Earliest dates assume no delays.',
  showSets: 'Show the public set at each step',
  exportCertificate: 'Export its certificate',
  consumersHaveIt: 'Consumers have it…',
  noRing: {
    page: (ring: string) => `No ring “${ring}”`,
    title: 'This tenant has no such ring',
    means: 'A plan belongs to one ring of one tenant.',
    look: 'See its rings',
  },
  run: {
    settled: (settled: number, all: number) => `${settled} of ${all} steps done`,
    working: 'Checking the plan',
    /** What can be cancelled. */
    theRun: 'the run',
    due: 'Run due steps',
    revoke: (kid: string) => `Revoke ${kid} now`,
    reason: 'Why is it revoked?',
    nothingDue: 'Nothing is due',
    next: (steps: readonly string[]) => `Next: ${steps.join('; ')}.`,
    person: (step: string) => `It needs you: ${step}.`,
    wait: (step: string) => `${step}.`,
    waitUntil: (step: string, until: string, left: string) => `${step}: ${until}, ${left} left.`,
  },
  finished: {
    title: 'The plan is finished: the old key is gone and the new one is proven.',
    ended: <At>(at: At) => phrase`Ended ${at}.`,
    moments: 'Each step below says when a fact showed it.',
    passed: (steps: number) => `${steps} of them were skipped.`,
    rehearsal: <AuditLog>(auditLog: (text: string) => AuditLog) =>
      phrase`It counts as a rehearsal of this order, and ${auditLog('the audit log')} has its hash.`,
    again: 'Plan the next rotation',
  },
  steps: {
    label: 'Steps of the plan',
    left: (left: string) => `${left} left`,
    earliest: 'at the earliest',
    after: (step: string) => `After: ${step.toLowerCase()}.`,
    problem: (why: string) => `It does not end: ${why}.`,
    sent: 'It was pushed and confirmed; it is not yet visible publicly.',
    advised: (at: string) => `The policy would wait until ${at}.`,
  },
  state: {
    done: { word: 'Done', means: 'A fact shows it.' },
    passed: { word: 'Skipped', means: 'A later step was done without it.' },
    'not-needed': { word: 'Not needed', means: 'The policy or the tenant does not ask for it.' },
    due: { word: 'Due now', means: 'A run does it.' },
    waiting: { word: 'Waiting', means: 'Time alone does it.' },
    person: { word: 'Needs you', means: 'Only a person can do it.' },
    blocked: { word: 'Later', means: 'Another step comes first.' },
  },
  facts: {
    change: 'Change of keys',
    replacedBy: 'is replaced by',
    ended: 'Ended',
    endsEarliest: 'Ends at the earliest',
    notKnownYet: 'not known yet',
    rejectedEverywhere: 'Old key rejected everywhere',
    butFor: (consumers: readonly string[]) => `, but for ${consumers.join(', ')}`,
    boundTo: 'Bound to plan',
    /** What the copy button copies. */
    hash: 'hash of the plan',
  },
  consumers: {
    label: 'Consumers',
    confirm: 'Confirm…',
    confirmOf: (name: string) => `Confirm… ${name}`,
    allHaveIt: 'All consumers have it…',
    allRemovedIt: 'All have removed it…',
  },
};
