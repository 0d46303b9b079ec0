// What the palette can begin, by the table of acts: about what each is, the screen on which it stands, and the states in which
// there is a key for it. Finding an act does nothing; the dialog that opens, or the foot of the screen, asks for the rest.
import type { Channel } from './channels.ts';
import type { KeyState } from './domain/limits.ts';
import type { ScreenName } from './screens.ts';

export interface WindowAct {
  of: 'all' | 'tenant' | 'ring' | 'key';
  on: ScreenName;
  /** A ring needs a key in one of these states, a key is in one of them. */
  states?: readonly KeyState[];
}

const LIVING = ['next', 'current', 'previous'] as const;

export const WINDOW_ACTS = {
  'key.rotate': { of: 'ring', on: 'keys', states: ['next'] },
  'key.rotateAndRevoke': { of: 'ring', on: 'keys', states: ['current'] },
  'key.abortRotation': { of: 'ring', on: 'keys', states: ['previous'] },
  'key.generate': { of: 'ring', on: 'keys' },
  'key.import': { of: 'ring', on: 'keys' },
  'ring.retire': { of: 'ring', on: 'keys' },
  'key.revoke': { of: 'key', on: 'key', states: ['previous'] },
  'key.withdraw': { of: 'key', on: 'key', states: ['next'] },
  'key.destroy': { of: 'key', on: 'key', states: ['revoked', 'replaced'] },
  'certificate.reissue': { of: 'key', on: 'key', states: LIVING },
  'export.private': { of: 'key', on: 'key', states: LIVING },
  'publish.push': { of: 'tenant', on: 'publish' },
  'publish.verify': { of: 'tenant', on: 'publish' },
  'key.importMany': { of: 'tenant', on: 'keys' },
  'ring.add': { of: 'tenant', on: 'keys' },
  'consumer.add': { of: 'tenant', on: 'consumers' },
  'credentials.store': { of: 'tenant', on: 'tenant-settings' },
  'tenant.remove': { of: 'tenant', on: 'keys' },
  'approval.answer': { of: 'all', on: 'inspect' },
  'audit.verify': { of: 'all', on: 'audit' },
  'clock.state': { of: 'all', on: 'settings' },
  'vault.lock': { of: 'all', on: 'settings' },
  'vault.passphrase': { of: 'all', on: 'settings' },
} as const satisfies Partial<Record<Channel, WindowAct>>;

export type WindowActName = keyof typeof WINDOW_ACTS;

const isWindowAct = (name: string): name is WindowActName => Object.hasOwn(WINDOW_ACTS, name);

export const WINDOW_ACT_NAMES: readonly WindowActName[] = Object.keys(WINDOW_ACTS).filter(isWindowAct);

/** The row as all rows are. */
export const windowAct = (name: WindowActName): WindowAct => WINDOW_ACTS[name];

/** What an act is about, as far as it is about it. */
export interface About {
  tenant: string;
  ring: string;
  kid: string;
}

/** Of an act that is about all. */
export const ABOUT_ALL: About = { tenant: '', ring: '', kid: '' };

/** `also`: what people call it besides, to be found by. */
export type WindowActWords = { [A in WindowActName]: { title: (about: About) => string; also: string } };
