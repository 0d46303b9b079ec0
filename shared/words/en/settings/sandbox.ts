// The sandbox tenant of this machine, and trouble that is rehearsed on it.
export const sandbox = {
  title: 'Sandbox',
  lead: 'A tenant inside the app to rehearse on. It answers on this machine only, and nothing of it leaves.',
  start: 'Start the sandbox',
  state: 'State',
  off: 'Off. It starts by itself when a sandbox tenant is used.',
  running: 'Running',
  address: 'Address',
  addressOf: 'address of the sandbox',
  trouble: {
    title: 'Simulate failures',
    lead: 'One thing goes wrong at the sandbox, once, so that you know what it looks like before it happens on a real tenant.',
    choice: 'What goes wrong',
    arm: 'Arm',
    disarm: 'Disarm',
    armed: (trouble: string) => `Armed: ${trouble}`,
    armedMeans: {
      push: 'Applies to the next push to a sandbox tenant, and to nothing before or after.',
      look: 'Applies the next time the set of a sandbox tenant is read: open its publication, and push what you see.',
      proof: 'Applies to the next check from outside of a sandbox tenant: at the end of a push, or in a proof.',
    },
    takenBack: 'Nothing is armed.',
    usedUp: (trouble: string) => `It happened: ${trouble}`,
    usedUpMeans: 'It is used up. The sandbox answers as it should again.',
    elsewhere: 'The sandbox is served by a command in a terminal, so failures cannot be simulated from here.',
    elsewhereMeans: 'End that command, and start the sandbox in this window.',
    /** `means`: what happens there. `learn`: what the officer will see. */
    of: {
      reset: {
        word: 'The answer to a push is lost',
        means: 'The set is written, and the connection ends before anybody says so.',
        learn: 'The set is read back by itself, and the push counts as done, because it arrived.',
      },
      'reset-before': {
        word: 'A push never arrives',
        means: 'The connection ends before anything is written.',
        learn: 'It looks the same as a lost answer, but reading back shows that nothing arrived. The push failed.',
      },
      'server-error': {
        word: 'The tenant fails with 500',
        means: 'The push is refused by an error of the server, and nothing is written.',
        learn: 'Reading back shows that nothing arrived. Nothing is sent again by itself; push again.',
      },
      'rate-limited': {
        word: 'Too many requests',
        means: 'The push is refused with 429 and the time after which it may be tried again.',
        learn: 'The error names the time. Nothing was written.',
      },
      slow: {
        word: 'A slow answer',
        means: 'The answer to the push takes ten seconds.',
        learn: 'The progress shows what is waited for, and the push succeeds.',
      },
      'too-slow': {
        word: 'An answer that does not come in time',
        means: 'The set is written, but the answer takes longer than the app waits.',
        learn: 'After 15 seconds the set is read back, and the push counts as done, because it arrived.',
      },
      'half-answer': {
        word: 'Half an answer',
        means: 'The set is written, and the connection ends in the middle of the answer.',
        learn: 'The set is read back by itself, and the push counts as done, as with a lost answer.',
      },
      'another-officer': {
        word: 'Another officer writes between preview and push',
        means: 'Right after your preview was read, somebody else adds a key to the set.',
        learn: 'The push is refused because the set is not the one that you saw. The new preview shows a foreign key.',
      },
      stale: {
        word: 'The public set lags behind',
        means: 'One check from outside shows the set as it was before the last change.',
        learn: 'The push succeeds, but its keys do not count as public yet. The next proof sees them.',
      },
    },
  },
};
