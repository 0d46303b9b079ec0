// The words that window and main process share: every error and finding has its sentence in each language, and none of
// them sends somebody who sits before the window to the command line.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Finding, SEVERITY } from '../../../shared/domain/doctor/report.ts';
import type { ErrorCode, ErrorFacts, WireError } from '../../../shared/errors.ts';
import { LANGUAGES } from '../../../shared/language.ts';
import { sentenceFor } from '../../../shared/words/en/errors.ts';
import { pageWords, sharedWords } from '../../../shared/words/words.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const CODES = [...readFileSync(path.join(ROOT, 'shared/errors.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(
  (match) => match[1] ?? '',
);

const VALUES: Readonly<Record<string, unknown>> = {
  waitsFor: ['Gateway'],
  why: 'consumers-unconfirmed',
  worth: 'imported',
  action: 'revoking',
  at: '2026-11-22T08:00:00.000Z',
  file: 'bundle',
  state: 'current',
  condition: 'locked',
  problem: 'cut-short',
  kids: ['k1'],
  findings: [{ kid: 'k1', code: 'revoked-key' }],
  what: 'records',
  part: 'records',
  how: 'changed',
  keys: ['k1', 'k2'],
  rule: 'one-next',
  seconds: 30,
  count: 3,
};

/** Where the same name means something else. */
const OTHERWISE: { [C in ErrorCode]?: Partial<ErrorFacts[C]> } = {
  APPROVAL_UNFIT: { flaw: 'expired' },
  SHARES_UNFIT: { problem: { code: 'mistyped' } },
  CONFIRMATION_REQUIRED: { action: { code: 'destroying', kid: 'k1' } },
  CANCELLED: { action: { code: 'request' } },
  REMOTE_NOT_RECORDED: { action: 'rotation' },
  REMOTE_OUTCOME_UNKNOWN: { action: 'rotation' },
  AUDIT_BROKEN: { unsigned: 'bundle' },
  FILE_NOT_REGULAR: { kind: 'pipe' },
  KEY_CHOICE_NEEDED: { entries: [{ number: 1, name: 'a', kind: { code: 'damaged' }, fingerprint: null }] },
  KEY_STATE: { action: 'signing', needs: 'next' },
  CEREMONY_STEP_FAILED: { step: 'read-kid', problem: 'read-back' },
  CEREMONY_STEPS_LEFT: { step: 'drill' },
  PUBLISH_NOT_CONFIGURED: { missing: 'credentials' },
};

/** Any fact that a sentence may ask for. */
const factsOf = (special: object) =>
  new Proxy(
    {},
    { get: (_facts, name): unknown => Reflect.get(special, name) ?? VALUES[String(name)] ?? `‹${String(name)}›` },
  );
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever the code, its facts are made up
const errorOf = (code: string) =>
  ({ code, facts: factsOf(OTHERWISE[code as ErrorCode] ?? {}) }) as unknown as WireError;
const facts = factsOf({});
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same
const findingOf = (code: string) => ({ code, severity: 'alarm', facts }) as unknown as Finding;

const sentences = (language: (typeof LANGUAGES)[number]) => {
  const { error, doctorFinding } = sharedWords(language);
  return [
    ...CODES.map((code) => ({ code, ...error(errorOf(code)) })),
    ...Object.keys(SEVERITY).map((code) => ({ code, ...doctorFinding(findingOf(code)) })),
  ];
};

/** Every text in a table of words, with where it stands. */
function texts(table: unknown, place = ''): [string, string][] {
  return typeof table === 'string'
    ? [[place, table]]
    : typeof table === 'object' && table !== null
      ? Object.entries(table).flatMap(([name, inner]) => texts(inner, `${place}/${name}`))
      : [];
}

it('knows every code', () => {
  expect(CODES.length).toBeGreaterThan(80);
});

describe.each(LANGUAGES)('the sentences of %s', (language) => {
  it('are whole', () => {
    const broken = sentences(language).filter(({ message, advice }) =>
      [message, advice].some((text) => text.length < 5 || /undefined|null|\[object|!/.test(text)),
    );
    expect(broken).toEqual([]);
  });

  it('name no command and no option', () => {
    const commands = sentences(language).filter(({ advice }) => /custodian [a-z]|--[a-z]|publish push/.test(advice));
    expect(commands).toEqual([]);
  });
});

it('leaves the command line its commands', () => {
  expect(sentenceFor(errorOf('REMOTE_UNAUTHORISED')).advice).toContain('custodian tenant credentials');
  expect(sharedWords('en').error(errorOf('REMOTE_UNAUTHORISED'))).toEqual({
    message: '‹host› did not accept the credentials (‹detail›).',
    advice: 'If the reason lies there, mend it there; else set others in the settings of the tenant.',
  });
});

it.each([
  ['revoking', 'current', /rotate-and-revoke/, /“Emergency”/, /„Notfall“/],
  ['revoking', 'next', /key withdraw/, /“Withdraw…”/, /„Zurückziehen …“/],
  ['withdrawing', 'previous', /key revoke/, /“Revoke…”/, /„Sperren …“/],
  ['revoking', 'revoked', /changed\.$/, /changed\.$/, /geändert\.$/],
  ['signing', 'next', /changed\.$/, /changed\.$/, /geändert\.$/],
] as const)('whoever asked for %s of a key that is %s is told what takes it out', (action, state, ...advice) => {
  const error: WireError = { code: 'KEY_STATE', facts: { kid: 'k1', state, action, needs: 'previous' } };
  const said = [sentenceFor(error), sharedWords('en').error(error), sharedWords('de').error(error)];
  said.forEach((one, at) => expect(one.advice).toMatch(advice[at] ?? /never/));
});

describe('German', () => {
  const [en, de] = [sharedWords('en'), sharedWords('de')];

  // The message may be a fact and nothing else.
  it('translates every sentence, in German quotation marks', () => {
    const english = new Map(sentences('en').map(({ code, advice }) => [code, advice]));
    const wrong = sentences('de').filter(
      ({ code, message, advice }) => english.get(code) === advice || `${message}${advice}`.includes('”'),
    );
    expect(wrong).toEqual([]);
  });

  it('translates every table, but for the names of products', () => {
    const english = new Map(texts(en));
    const same = texts(de).filter(([place, text]) => text !== '' && english.get(place) === text);
    expect(same.filter(([place]) => !/^\/verifier\/[^/]+\/(name|refetch)$/.test(place))).toEqual([]);
  });

  it('tells facts and times as people here read them', () => {
    const error: WireError = {
      code: 'KEY_STATE',
      facts: { kid: 'k1', state: 'previous', action: 'signing', needs: 'current' },
    };
    expect(de.error(error).message).toBe(
      'Der Schlüssel k1 hat den Zustand „voriger“; Signieren setzt „aktueller“ voraus.',
    );
    const late: WireError = {
      code: 'COURIER_BUNDLE_EXPIRED',
      facts: { tenant: 'Acme', at: '2026-11-22T08:00:00.000Z' },
    };
    expect(de.error(late).message).toMatch(/^Das Bündel für „Acme“ ist am 22\. Nov\. 2026, \d\d:00/);
    const blocked: WireError = {
      code: 'PUBLISH_BLOCKED',
      facts: {
        tenant: 'Acme',
        findings: [
          { kid: 'k1', code: 'rsa-too-small' },
          { kid: 'k2', code: 'revoked-key' },
        ],
      },
    };
    expect(de.error(blocked).message.split('\n').slice(1)).toEqual([
      'k1 ist ein RSA-Schlüssel mit weniger als 2048 Bit.',
      'k2 wurde hier gesperrt. Token, die er signiert hat, würden wieder angenommen.',
    ]);
  });
});

it('counts in German as German does', () => {
  expect([1, 6].map((keys) => pageWords('de').outbox.pending(keys, 'missing'))).toEqual([
    '1 Schlüssel fehlt dort',
    '6 Schlüssel fehlen dort',
  ]);
});
