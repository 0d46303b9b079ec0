// What look.test.ts needs to know of a screen.
import type { Page } from '@playwright/test';
import type { Scene } from '../fake-scenes.ts';

export interface Screen {
  name: string;
  scene?: Scene;
  /** How long every answer takes, in milliseconds. */
  delay?: number;
  hash?: string;
  act?: (page: Page) => Promise<void>;
}
