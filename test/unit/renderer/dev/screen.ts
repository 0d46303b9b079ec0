// What look.test.ts needs to know of a screen.
import type { Page } from '@playwright/test';
import type { DeskWindow } from '../../../support/desk-window.ts';
import type { SceneName } from './desks.ts';

export interface Screen {
  name: string;
  scene?: SceneName;
  /** How long every answer takes, in milliseconds. */
  delay?: number;
  hash?: string;
  /** `window`: what is behind the page. */
  act?: (page: Page, window: DeskWindow) => Promise<void>;
}
