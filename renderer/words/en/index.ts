// The English words, which are the measure for every other language.
import { actions } from './actions.ts';
import { addTenant } from './add-tenant.ts';
import { algorithms } from './algorithms.ts';
import { audit } from './audit.tsx';
import { backup } from './backup.ts';
import { bench } from './bench.tsx';
import { bulk } from './bulk.ts';
import { certificate } from './certificate.tsx';
import { claims } from './claims.ts';
import { clocks } from './clocks.tsx';
import { common } from './common.ts';
import { consumers } from './consumers.tsx';
import { controls } from './controls.ts';
import { credentials } from './credentials.tsx';
import { due } from './due.ts';
import { durations } from './durations.ts';
import { emergency } from './emergency.tsx';
import { erase } from './erase.tsx';
import { exporting } from './exporting.tsx';
import { firstSteps } from './first-steps.ts';
import { fleet } from './fleet.tsx';
import { formats } from './formats.ts';
import { handOver } from './hand-over.tsx';
import { importing } from './importing.ts';
import { inspect } from './inspect.ts';
import { keyCard } from './key-card.tsx';
import { key } from './key.tsx';
import { languageChoice } from './language-choice.ts';
import { model } from './model.ts';
import { network } from './network.ts';
import { outbox } from './outbox.tsx';
import { ownAccord } from './own-accord.ts';
import { ownKeys } from './own-keys.tsx';
import { palette } from './palette.ts';
import { plan } from './plan.tsx';
import { policy } from './policy.tsx';
import { preview } from './preview.tsx';
import { proof } from './proof.tsx';
import { publish } from './publish.tsx';
import { rehearsal } from './rehearsal.tsx';
import { revoke } from './revoke.tsx';
import { ring } from './ring.tsx';
import { rotate } from './rotate.ts';
import { sandbox } from './sandbox.ts';
import { settings } from './settings.ts';
import { shell } from './shell.tsx';
import { shortcuts } from './shortcuts.ts';
import { tenantSettings } from './tenant-settings.tsx';
import { timeline } from './timeline.ts';
import { verifiers } from './verifiers.ts';
import { watch } from './watch.tsx';
import { welcome } from './welcome.ts';

export const en = {
  actions,
  addTenant,
  algorithms,
  audit,
  backup,
  bench,
  bulk,
  certificate,
  claims,
  clocks,
  common,
  consumers,
  controls,
  credentials,
  due,
  durations,
  emergency,
  erase,
  exporting,
  firstSteps,
  fleet,
  formats,
  handOver,
  importing,
  inspect,
  keyCard,
  key,
  languageChoice,
  model,
  network,
  outbox,
  ownAccord,
  ownKeys,
  palette,
  plan,
  policy,
  preview,
  proof,
  publish,
  rehearsal,
  revoke,
  ring,
  rotate,
  sandbox,
  settings,
  shell,
  shortcuts,
  tenantSettings,
  timeline,
  verifiers,
  watch,
  welcome,
};
