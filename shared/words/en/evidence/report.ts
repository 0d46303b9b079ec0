// The evidence report for people: a page that stands alone, on screen and on paper.
import type { Chapter } from '../../../domain/evidence/report.ts';
import type { KeyState } from '../../../domain/limits.ts';
import { actions } from '../audit/actions.ts';
import { count } from '../numbers.ts';

const chapters: Record<Chapter, string> = {
  rotations: 'Rotations',
  ends: 'Keys that were revoked, withdrawn or erased',
  publications: 'Publications',
  proofs: 'Proofs and looks from outside',
  'hand-overs': 'Private keys that were handed over',
  ceremonies: 'Key ceremonies',
  backups: 'Backups and drills',
  machine: 'This installation',
  other: 'Everything else',
};

const states: Record<KeyState, string> = {
  next: 'next',
  current: 'current',
  previous: 'previous',
  revoked: 'revoked',
  replaced: 'replaced',
};

const ACTIONS: Readonly<Record<string, string>> = actions;

export const evidenceReport = {
  language: 'en',
  title: (tenant: string) => `Evidence: the signing keys of ${tenant}`,
  span: (from: string, to: string) => `From ${from} to before ${to}, all times in UTC.`,
  facts: {
    tenant: 'Tenant',
    domain: 'Domain',
    customDomain: 'Custom domain',
    issuer: 'Issuer',
    environment: 'Environment',
    endpoint: 'Endpoint',
    madeAt: 'Made at',
    id: 'Report',
    device: 'Signed by the device',
    anchor: 'Anchor of the audit chain',
  },
  check: {
    title: 'How to check it',
    means:
      'This page is named, with its SHA-256, in evidence.json, which the device signed and which holds every entry that is told here. With Node.js, and with nothing of Key Custodian but the script verify-audit.mjs of its guide:',
    chain: 'With --chain and the exported audit chain it is checked too that the report leaves nothing out.',
    compare: 'Compare the device and the anchor with what was noted elsewhere. They are on backups too.',
  },
  keys: {
    title: 'The keys as they are now',
    heads: ['kid', 'Ring', 'Algorithm', 'State', 'Made', 'Current since', 'Revoked', 'Erased', 'In a backup'],
    none: 'No keys.',
    spki: 'SHA-256 of the public key',
  },
  clocks: {
    title: 'Clocks',
    means:
      'A rotation and a revocation wait until no verifier can be harmed. Whoever goes ahead gives a reason, which is recorded.',
    heads: ['No.', 'When', 'What', 'Clock', 'Reason'],
    kept: 'kept',
    goneAhead: 'gone ahead of',
    none: 'Nothing was rotated or revoked under a clock in this time.',
  },
  overrides: {
    title: 'Overrides',
    heads: ['No.', 'When', 'What', 'Who', 'Reason'],
    none: 'Nobody went ahead of a rule in this time.',
  },
  chapters,
  entries: {
    heads: ['No.', 'When', 'What', 'Who', 'Details'],
    count: (entries: number) => count(entries, 'entry', 'entries'),
  },
  ofAll: 'Entries on backups, clock and audit chain are of the whole installation and may name other tenants.',
  state: (state: KeyState): string => states[state],
  action: (action: string): string => ACTIONS[action] ?? action,
  yes: 'yes',
  no: 'no',
};
