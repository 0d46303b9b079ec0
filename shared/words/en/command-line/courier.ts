// Bundles and receipts in lines for people: what would be sent, what became of it, and which fingerprints to compare.
import { OUTCOME_WORDS, SINCE_LAST_PUSH_WORDS } from '../publishing.ts';
import type { Instant } from '../../../domain/timing/instant.ts';
import type { Carried, OpenedBundle } from '../../../domain/offline/courier.ts';
import type { AcceptedReceipt } from '../../../domain/published-set/outbox.ts';

export function bundleLines({
  tenant,
  kids,
  expiresAt,
  device,
  files,
}: {
  tenant: string;
  kids: readonly string[];
  expiresAt: Instant;
  device: string;
  files: readonly string[];
}): string[] {
  return [
    `${files.join(', ')}: ${kids.length} keys for ${tenant}, to be pushed before ${expiresAt}`,
    `This device is ${device}`,
    'The courier compares that before the push. Bring the receipt back with: custodian publish receipt',
  ];
}

export function openedLines({ bundle, device, body, kids, expired }: OpenedBundle): string[] {
  const { tenant, act, base, removeForeign, madeAt, expiresAt } = bundle;
  return [
    `A bundle for ${tenant.name} (${tenant.environment}, ${tenant.endpoint}): ${act}`,
    `Signed by the device ${device}`,
    'The signature holds. Whether that is the right device is for you to compare.',
    `Made ${madeAt}, ${expired ? 'EXPIRED' : 'good until'} ${expiresAt}`,
    `Domain ${tenant.domain}, custom domain ${tenant.customDomain ?? 'none'}`,
    `Sent to ${tenant.apiBaseUrl ?? `https://${tenant.domain}/api/v2`}`,
    `Expected there: ${base.map(nameOf).join(', ') || 'nothing'}`,
    ...(removeForeign.length === 0 ? [] : [`May be lost: ${removeForeign.join(', ')}`]),
    `There afterwards: ${kids.join(', ') || 'nothing'}`,
    body === null ? 'To be sent: nothing; the set is deleted' : `To be sent: ${body}`,
  ];
}

const nameOf = ({ kid }: Readonly<Record<string, unknown>>): string => (typeof kid === 'string' ? kid : '(no kid)');

export function carriedLines({
  tenant,
  outcome,
  unexpected,
  courier,
  again,
  receipt,
}: Carried & { receipt: string }): string[] {
  return [
    `${tenant}: ${OUTCOME_WORDS[outcome]}${again ? ' before; this is the receipt of that time' : ''}`,
    ...unexpected.map(({ kid, change }) => `  Not as expected: ${kid} ${SINCE_LAST_PUSH_WORDS[change]}.`),
    `The receipt is in ${receipt}. This courier is ${courier}`,
    'At home that is compared the first time.',
  ];
}

export function acceptedLines({
  tenant,
  outcome,
  confirmed,
  openUntil,
  courier,
  at,
  foreign,
  seen,
}: AcceptedReceipt): string[] {
  return [
    `${tenant}: ${OUTCOME_WORDS[outcome]}, at ${at} by ${courier}`,
    confirmed
      ? 'It is on record as published.'
      : 'It is not published. The next bundle is planned on what was found there.',
    ...(openUntil === null
      ? []
      : [
          `Until ${openUntil} this very bundle can still be pushed: destroy its copies, or bring that receipt home too.`,
        ]),
    ...foreign.map((name) => `  Not ours: ${name}`),
    seen === null
      ? 'The courier could not see the public set.'
      : `The public set listed ${seen.kids.join(', ') || 'nothing'}`,
  ];
}
