// The German words. Officers are addressed as “Sie”; kid, JWKS, thumbprint and the names of standards stay as they are.
import type { en } from '../en/index.ts';
import { common } from './common.ts';
import { durations } from './durations.ts';
import { audit } from './audit.tsx';
import { backup } from './backup.ts';
import { controls } from './controls.ts';
import { credentials } from './credentials.tsx';
import { palette } from './palette.ts';
import { policy } from './policy.tsx';
import { sandbox } from './sandbox.ts';
import { settings, tenantSettings } from './settings.tsx';
import { shell } from './shell.tsx';
import { shortcuts } from './shortcuts.ts';

export const de: typeof en = {
  common,
  durations,
  audit,
  backup,
  controls,
  credentials,
  palette,
  policy,
  sandbox,
  settings,
  tenantSettings,
  shell,
  shortcuts,
};
