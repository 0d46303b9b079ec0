// Opens the whole window over a fake bridge at an address, as an officer would find it.
import { render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { App } from '../../../renderer/app.tsx';
import { custodianOver } from '../../../renderer/bridge.ts';
import { makeFakeBridge, type FakeBridge } from './fake-bridge.ts';
import type { Scene } from './fake-scenes.ts';

interface OpenedWindow {
  bridge: FakeBridge;
  user: UserEvent;
  /** The arguments of every call made to a channel so far. */
  argsOf: (channel: string) => unknown[];
}

export async function openWindow(hash: string, scene: Scene = 'plain'): Promise<OpenedWindow> {
  const bridge = makeFakeBridge({ scene });
  window.location.hash = hash;
  render(<App custodian={custodianOver(bridge)} />);
  await screen.findByRole('heading', { level: 1 });
  return {
    bridge,
    user: userEvent.setup(),
    argsOf: (channel) => bridge.made.filter((call) => call.channel === channel).map((call) => call.args),
  };
}
