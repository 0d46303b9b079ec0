// What a newcomer does next, each with what it is good for.
export const firstSteps = {
  title: 'First steps',
  lead: (done: number, of: number) => `${done} of ${of} done. A step is ticked when it has really happened.`,
  hide: 'Hide the first steps',
  done: 'Done:',
  open: 'Still to do:',
  steps: {
    rehearse: { title: 'Rehearse on the sandbox', text: 'Push and prove there once; nothing leaves this machine.' },
    add: { title: 'Add your own tenant', text: 'A real endpoint, with its domains and credentials.' },
    generate: {
      title: 'Have a current and a next key',
      text: 'Generated here or imported. The private keys stay in this machine’s keychain and are never shown, logged or sent.',
    },
    publish: { title: 'Publish', text: 'See the difference byte for byte, then push exactly that.' },
    prove: {
      title: 'Prove it from outside',
      text: 'A probe token is verified through the public key set alone, as your applications would, before you trust a rotation.',
    },
  },
};
