// How a request to a second officer reads: no word of it is left out or cut, in no language, whoever made it.
import { describe, expect, it } from 'vitest';
import type { OpenedRequest } from '../../../shared/acts/four-eyes.ts';
import { REQUEST_PURPOSE } from '../../../shared/domain/four-eyes/four-eyes.ts';
import { LANGUAGES } from '../../../shared/language.ts';
import { requestFacts } from '../../../shared/words/approval-request.ts';
import { requestLines } from '../../../shared/words/en/command-line/approve.ts';
import { dialogWords } from '../../../shared/words/words.ts';

const opened = (part: Partial<OpenedRequest['request']>): OpenedRequest => ({
  request: {
    purpose: REQUEST_PURPOSE,
    version: 1,
    id: '00000000-0000-4000-8000-000000000000',
    madeAt: '2026-11-22T08:00:00.000Z',
    expiresAt: '2026-11-23T08:00:00.000Z',
    actor: 'officer via test',
    act: 'token.sign',
    place: { tenant: { id: 'tenant', name: 'Acme' }, environment: 'production', address: { domain: 'acme.example' } },
    args: {},
    keys: [],
    hash: 'ab'.repeat(32),
    ...part,
  },
  requester: 'cd'.repeat(32),
  own: false,
  expired: false,
  here: 'unknown',
  officer: null,
  before: null,
});

const LONG = 'a'.repeat(1000);

describe.each(LANGUAGES)('in %s', (language) => {
  const factsOf = (part: Partial<OpenedRequest['request']>) =>
    requestFacts(dialogWords(language).approval.request, opened(part));

  it.each<[string, OpenedRequest['request']['args'], string[]]>([
    ['a long text', { reason: LONG }, [LONG]],
    ['claims', { claims: { sub: LONG } }, [JSON.stringify({ sub: LONG })]],
    ['a list, one a line', { tenants: ['Acme', 'Other'] }, ['Acme', 'Other']],
    ['an empty list', { tenants: [] }, ['[]']],
    ['lists in lists', { takes: [[1], { kid: 'k' }] }, ['[1]', '{"kid":"k"}']],
    ['nothing', { shares: null }, ['null']],
    ['a number', { ttl: 60 }, ['60']],
  ])('shows %s whole', (_, args, values) => {
    expect(factsOf({ args })[1]?.values).toEqual(values);
  });

  it('shows by its own name what another version says', () => {
    const facts = factsOf({ act: 'key.melt', args: { heat: 9 }, place: { moon: 'far', tenant: 'Acme' } });
    const lines = facts.map(({ label, values }) => `${label}: ${values.join(' ')}`);
    expect(lines).toEqual(expect.arrayContaining(['heat: 9', 'moon: far', expect.stringMatching(/: key\.melt$/)]));
  });
});

it('is whole on the command line too, and writes nothing on the terminal', () => {
  const lines = requestLines(opened({ args: { reason: `${LONG}\u001B[2J`, claims: { sub: LONG } } })).join('\n');
  expect(lines).toContain(JSON.stringify({ sub: LONG }));
  expect(lines).toContain(LONG);
  expect(lines).not.toContain('\u001B');
});
