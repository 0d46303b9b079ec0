// The lock of the window and the vault passphrase.
export const lock = {
  title: 'Lock and passphrase',
  lead: 'Under a vault passphrase, keys and secrets are sealed before the keychain has them, and the window can be locked.',
  stage: {
    none: 'No vault passphrase',
    sealed: 'Sealed under the vault passphrase',
    sealing: 'Setting the passphrase was broken off; it goes on when you unlock',
    opening: 'Removing the passphrase was broken off; it goes on when you unlock',
  },
  withoutMeans: 'Any program of this account can take keys from the open keychain, and nothing can be locked.',
  withMeans: 'What lies in the keychain is of no use without it. If it is lost, only a backup brings the keys back.',
  set: 'Set a passphrase…',
  change: 'Change the passphrase…',
  remove: 'Remove the passphrase…',
  done: {
    set: 'The vault passphrase is set',
    change: 'The vault passphrase is changed',
    remove: 'The vault passphrase is removed',
  },
  damaged: 'It is done, but for what was damaged before',
  locked: 'Locked',
  means: 'What is public can be looked at. Whatever needs a key waits for the vault passphrase.',
  unlock: 'Unlock…',
  open: 'Unlocked',
  lockNow: 'Lock',
  soon: (seconds: number) => `Locks in ${seconds} seconds`,
  soonMeans: 'A key or a move of the mouse keeps it open. What is typed and not saved goes with the lock.',
  after: 'Lock when unused',
  afterMeans: 'Also when the machine sleeps, and where the system tells that its screen is locked.',
  minutes: (minutes: number) =>
    minutes === 0 ? 'Never by itself' : minutes === 1 ? 'After a minute' : `After ${minutes} minutes`,
  production: {
    title: 'No vault passphrase',
    detail: 'Production keys lie in the keychain as they are',
    set: 'Set…',
    label: 'Set a vault passphrase',
  },
};
