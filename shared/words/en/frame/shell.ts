// The frame of the window: rail, state of the machine, band above the screens of a tenant, what lies over everything.
import { phrase } from '../../phrase.ts';

export const shell = {
  product: 'Key Custodian',
  windowTitle: (title: string) => `${title} – Key Custodian`,
  onlyInApp: 'This page belongs to the Key Custodian app and works only inside it.',
  skip: 'Skip to content',
  youAreHere: 'You are here',
  /** What is due, at the foot: a section above may bear the same title. */
  foot: (title: string) => `To do: ${title}`,
  drop: { title: 'Drop it to learn what it is', means: 'It is read outside this window. Nothing is imported.' },
  rail: {
    label: 'Tenants and tools',
    find: 'Find or do',
    tenants: 'Tenants',
    tools: 'Tools',
  },
  leaving: {
    title: 'Leave without saving?',
    means: 'What you typed here is not saved. If you leave, it is lost.',
    stay: 'Stay here',
    leave: 'Leave',
  },
  registryAlarm: {
    means: 'Everything can be looked at; nothing is published, signed, rotated or handed out.',
    look: 'Look at what differs…',
  },
  machine: {
    looking: 'Looking at this machine',
    version: (version: string) => `Version ${version}`,
    checkout: 'Checkout',
    settings: 'Settings',
    sandboxRunning: 'Sandbox running',
    sandboxOff: 'Sandbox off',
    clockIsWrong: 'Clock is wrong',
    mendClock: 'What to do about the clock',
    mend: 'Mend…',
    startSandbox: 'Start the sandbox',
    start: 'Start',
    troubleArmed: 'Failure armed',
  },
  band: {
    label: 'Tenant',
    publishesAt: <Domain, CustomDomain>(domain: Domain, customDomain: CustomDomain) =>
      phrase`${domain} publishes at ${customDomain}`,
  },
};
