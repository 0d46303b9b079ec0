// Opens the whole window over a whole custodian at an address, as an officer would find it. The page's time is the desk's.
import { act, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { onTestFinished, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { custodianOver } from '../../../renderer/bridge.ts';
import type { Channel } from '../../../shared/channels.ts';
import type { KeyState } from '../../../shared/domain/limits.ts';
import type { Desk } from '../../support/desk.ts';
import { kept, plain, type Scene } from '../../support/desk-scenes.ts';
import { type DeskWindow, openDeskWindow } from '../../support/desk-window.ts';
import type { Officer } from '../../support/officer.ts';
import { kidIn } from '../../support/tenant-keys.ts';

interface OpenedWindow {
  bridge: DeskWindow;
  desk: Desk;
  officer: Officer;
  user: UserEvent;
  /** The arguments of every call made to a channel so far. */
  argsOf: (channel: Channel) => unknown[];
  /** The kid of the first key of the tenant in this state. */
  kidOf: (tenant: string, state: KeyState) => string;
  /** Lets time pass. */
  later: (seconds: number) => void;
  go: (hash: string) => void;
}

type Options = Parameters<typeof openDeskWindow>[0];

export async function openWindow(hash: string, scene: Scene = plain, options?: Options): Promise<OpenedWindow> {
  const bridge = openDeskWindow({ from: await kept(scene), ...options });
  const { desk, officer } = bridge;
  onTestFinished(() => bridge.close());
  vi.spyOn(Date, 'now').mockImplementation(() => desk.ports.clock.now().getTime());
  window.location.hash = hash;
  render(<App custodian={custodianOver(bridge)} />);
  await screen.findByRole('heading', { level: 1 });
  return {
    bridge,
    desk,
    officer,
    user: userEvent.setup(),
    argsOf: (channel) => bridge.made.filter((call) => call.channel === channel).map((call) => call.args),
    kidOf: (tenant, state) => kidIn(desk, tenant, state),
    later: (seconds) => act(() => bridge.later(seconds)),
    go(to) {
      act(() => {
        window.location.hash = to;
      });
    },
  };
}
