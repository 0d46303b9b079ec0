// The command palette: its field, and what it offers besides the screens.
import { count } from '../numbers.ts';

export const palette = {
  label: 'Find or do',
  field: 'Find a tenant, ring or key, or do something',
  placeholder: 'Find a tenant, ring or kid, or do something: rotate, revoke, import …',
  found: 'What was found',
  none: 'Nothing is called that. A kid is found by its beginning, a fingerprint in any notation.',
  help: { choose: 'choose', go: 'go', close: 'close' },
  kind: { key: 'Key', tenant: 'Tenant', ring: 'Ring', act: 'Do', place: 'Go' },
  acts: {
    appearance: { title: 'Appearance: light or dark, language', note: 'Settings' },
    rehearseTrouble: { title: 'Simulate failures on the sandbox', note: 'Lost answers, errors, another officer' },
    shortcuts: { title: 'Show keyboard shortcuts', note: '?' },
  },
  menu: {
    about: (name: string) => `What can be done about ${name}`,
    open: (name: string) => `Open ${name}`,
  },
  foundEntries: (entries: number) => count(entries, 'entry', 'entries'),
  ring: (ring: string) => `Ring ${ring}`,
};
