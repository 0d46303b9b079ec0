// The English words, which are the measure for every other language.
import { LOCALE } from './numbers.ts';
import { actions } from './audit/actions.ts';
import { addTenant } from './tenants/add-tenant.ts';
import { algorithms } from './keys/algorithms.ts';
import { audit } from './audit/audit.ts';
import { backup } from './backup/backup.ts';
import { bench } from './tokens/bench.ts';
import { bulk } from './fleet/bulk.ts';
import { certificate } from './keys/certificate.ts';
import { claims } from './tokens/claims.ts';
import { clocks } from './keys/clocks.ts';
import { common } from './parts/common.ts';
import { consumers } from './consumers/consumers.ts';
import { controls } from './parts/controls.ts';
import { credentials } from './tenants/credentials.ts';
import { due } from './fleet/due.ts';
import { durations } from './parts/durations.ts';
import { emergency } from './keys/emergency.ts';
import { erase } from './keys/erase.ts';
import { exporting } from './exports/exporting.ts';
import { firstSteps } from './fleet/first-steps.ts';
import { fleet } from './fleet/fleet.ts';
import { formats } from './exports/formats.ts';
import { handOver } from './exports/hand-over.ts';
import { importing } from './keys/importing.ts';
import { inspect } from './inspect/inspect.ts';
import { keyCard } from './keys/key-card.ts';
import { key } from './keys/key.ts';
import { languageChoice } from './settings/language-choice.ts';
import { model } from './parts/model.ts';
import { network } from './settings/network.ts';
import { nextDue } from './keys/next-due.ts';
import { outbox } from './offline/outbox.ts';
import { backgroundTasks } from './settings/background-tasks.ts';
import { ownKeys } from './own-keys/own-keys.ts';
import { palette } from './frame/palette.ts';
import { plan } from './plans/plan.ts';
import { policy } from './policies/policy.ts';
import { preview } from './publishing/preview.ts';
import { proof } from './publishing/proof.ts';
import { publish } from './publishing/publish.ts';
import { rehearsal } from './plans/rehearsal.ts';
import { revoke } from './keys/revoke.ts';
import { ring } from './keys/ring.ts';
import { rotate } from './keys/rotate.ts';
import { sandbox } from './settings/sandbox.ts';
import { settings } from './settings/settings.ts';
import { lock } from './frame/lock.ts';
import { shell } from './frame/shell.ts';
import { shortcuts } from './frame/shortcuts.ts';
import { fourEyes } from './tenants/four-eyes.ts';
import { tenantSettings } from './tenants/tenant-settings.ts';
import { timeline } from './keys/timeline.ts';
import { verifiers } from './policies/verifiers.ts';
import { watch } from './publishing/watch.ts';
import { welcome } from './settings/welcome.ts';

export const en = {
  locale: LOCALE,
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
  nextDue,
  outbox,
  backgroundTasks,
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
  lock,
  shell,
  shortcuts,
  fourEyes,
  tenantSettings,
  timeline,
  verifiers,
  watch,
  welcome,
};
