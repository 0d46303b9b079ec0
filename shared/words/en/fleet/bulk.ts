// Work on many tenants at once: choosing them, what is done to each, and how it ended.
import { amountOf, count } from '../numbers.ts';

const tenants = (amount: number): string => count(amount, 'tenant');

export const bulk = {
  name: 'Bulk work',
  selectShown: 'Select all shown',
  selected: (amount: number) => `${amountOf(amount)} selected`,
  hint: 'Shift selects all between. What is not shown is not touched.',
  clear: 'Clear selection',
  /** While the acts are closed. */
  busy: 'Other work on many tenants is running.',
  start: {
    drift: 'Check for drift',
    prove: 'Prove',
    policy: 'Set policy…',
    push: 'Preview and push…',
  },
  drift: {
    title: (amount: number) => `Check ${tenants(amount)} for drift`,
    text: 'Reads what each tenant publishes and compares it with the last push. Nothing is changed there.',
    verb: 'Check',
  },
  prove: {
    title: (amount: number) => `Prove ${tenants(amount)} from outside`,
    text: 'Signs a probe token with each current key and verifies it through the public key set alone. The evidence is kept.',
    verb: 'Prove',
  },
  policy: {
    title: (amount: number) => `Set the policy of ${tenants(amount)}`,
    text: 'Clocks, plans and due dates follow at once. Keys and what is published stay as they are.',
    verb: 'Set policy',
    field: 'Policy',
    fallback: 'Default of their environment',
  },
  push: {
    title: (amount: number) => `Preview and push ${tenants(amount)}`,
    text: 'First every set is compared with what its tenant holds now. Nothing is sent before you have seen that. Where anything needs a decision the tenant is left out, with the reason.',
    preview: 'Preview',
    verb: (amount: number) => `Push ${count(amount, 'set')}`,
    none: 'Nothing to push',
    bound:
      'Each push sends exactly what its preview showed. If anything changed meanwhile, nothing is sent to that tenant.',
    production: (amount: number) => `${tenants(amount)} in production among them.`,
  },
  run: {
    progress: (at: number, of: number, tenant: string) => `${amountOf(at)} of ${amountOf(of)}: ${tenant}`,
    stop: 'Stop after this tenant',
    stopping: 'Stopping…',
    sum: (parts: string) => `${parts}.`,
    stopped: (reached: number, of: number) =>
      `Stopped after ${amountOf(reached)} of ${amountOf(of)}. The others were not touched.`,
    caption: 'How it ended for each tenant',
    tenant: 'Tenant',
    result: 'Result',
    what: 'What',
  },
  /** At the foot of the window. */
  strip: {
    putAside: 'Go on in the background',
    progress: (run: string, needy: number) =>
      needy === 0 ? run : `${run}. ${amountOf(needy)} ${needy === 1 ? 'needs' : 'need'} you.`,
    show: 'Show the results',
    dismiss: 'Dismiss',
  },
  state: {
    done: { word: 'Done', sum: (amount: number) => `${amountOf(amount)} done` },
    ready: { word: 'Ready', sum: (amount: number) => `${amountOf(amount)} ready to push` },
    look: { word: 'Check', sum: (amount: number) => `${amountOf(amount)} to check` },
    skipped: { word: 'Left out', sum: (amount: number) => `${amountOf(amount)} left out` },
    refused: { word: 'Refused', sum: (amount: number) => `${amountOf(amount)} refused` },
  },
  said: {
    inStep: 'In step: it publishes exactly what was pushed.',
    neverPublished: 'Nothing was ever published.',
    finding: (kid: string, what: string, more: number) =>
      more > 0 ? `${kid} ${what}; and ${amountOf(more)} more.` : `${kid} ${what}.`,
    proven: (keys: number) => `Proven: ${count(keys, 'key')}.`,
    notProven: (step: string, detail: string) => (detail === '' ? `Failed: ${step}.` : `Failed: ${step} (${detail}).`),
    noCurrent: 'It has no current key.',
    usesPolicy: (policy: string) => `Uses policy ${policy}.`,
    usesDefault: 'Uses the default of its environment.',
    upToDate: 'Up to date: a push would change nothing.',
    deletes: 'The push would delete its whole set. Do that on its own screen.',
    others: (finding: string) => `Somebody else changed the set. ${finding}`,
    altered: (kid: string) => `${kid} has other content there than ours. Check it on its own screen.`,
    needsConsent: (finding: string) => `It needs a decision of yours. ${finding}`,
    stumbles: (line: string) => `${line}. Some careless verifiers would stumble.`,
    plain: (line: string) => `${line}.`,
    pushed: (keys: number) => `Pushed and read back: ${count(keys, 'key')}.`,
    notVisible: 'Accepted, not visible yet: check for drift in a while.',
  },
  diff: {
    added: (amount: number) => `${amount} added`,
    kept: (amount: number) => `${amount} kept`,
    removed: (amount: number) => `${amount} removed`,
    foreign: (amount: number) => `${amount} foreign, kept`,
    altered: (amount: number) => `${amount} altered`,
  },
};
