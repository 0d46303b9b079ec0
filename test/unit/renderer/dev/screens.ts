// The screens that look.test.ts visits: where each is, and what to do there first.
import { CONSUMER_SCREENS } from './consumer-screens.ts';
import { FLEET_SCREENS } from './fleet-screens.ts';
import { HAND_OVER_SCREENS } from './hand-over-screens.ts';
import { KEY_SCREENS } from './key-screens.ts';
import { OFFLINE_SCREENS } from './offline-screens.ts';
import { acme } from './places.ts';
import { press } from './press.ts';
import { PUBLISH_SCREENS } from './publish-screens.ts';
import { RING_SCREENS } from './ring-screens.ts';
import type { Screen } from './screen.ts';
import { SHELL_SCREENS } from './shell-screens.ts';
import { TOOL_SCREENS } from './tool-screens.ts';

export const SCREENS: readonly Screen[] = [
  ...RING_SCREENS,
  ...HAND_OVER_SCREENS,
  ...CONSUMER_SCREENS,
  ...OFFLINE_SCREENS,
  ...FLEET_SCREENS,
  ...SHELL_SCREENS,
  ...PUBLISH_SCREENS,
  ...KEY_SCREENS,
  ...TOOL_SCREENS,
  { name: 'welcome', scene: 'empty' },
  { name: 'overview' },
  { name: 'overview-crowded', scene: 'crowded' },
  { name: 'add-tenant', hash: '#/add', scene: 'empty' },
  { name: 'add-tenant-errors', hash: '#/add', act: press('Add tenant') },
  { name: 'add-tenant-auth0', hash: '#/add', act: (page) => page.getByRole('radio', { name: /^Auth0/ }).click() },
  { name: 'overview-fleet', scene: 'fleet' },
  {
    name: 'palette',
    hash: acme,
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('north');
      await page
        .getByRole('option', { name: /Northwind Bank/ })
        .first()
        .waitFor();
    },
  },
  { name: 'shortcuts', hash: acme, act: (page) => page.keyboard.press('?') },
];
