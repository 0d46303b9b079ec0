// The English words, which are the measure for every other language.
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

export const en = {
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
