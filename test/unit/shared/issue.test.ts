// What a schema refuses is a code with its limits, whatever words its library would find; and has words in each language.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { domainSchema, kidSchema, nameSchema, newTenantName, reasonSchema, urlSchema } from '../../../shared/fields.ts';
import { policyTermsSchema } from '../../../shared/domain/timing/policy.ts';
import { check } from '../../../shared/problems/issue.ts';
import { SCHEMA_PROBLEMS } from '../../../shared/problems/input.ts';
import { sharedWords } from '../../../shared/words/words.ts';

const [en, de] = [sharedWords('en'), sharedWords('de')];

const problemOf = (schema: z.ZodType, value: unknown): object | null => {
  const result = check(schema, value);
  return result.ok ? null : result.refusal.problem;
};

describe('a schema refuses', () => {
  it.each<[string, z.ZodType, unknown, object]>([
    ['nothing', nameSchema, undefined, { code: 'missing' }],
    ['another type', nameSchema, 7, { code: 'unfit' }],
    ['an empty name', nameSchema, ' ', { code: 'empty' }],
    ['a long name', nameSchema, 'x'.repeat(65), { code: 'too-long', most: 64 }],
    ['a name that steers a terminal', nameSchema, 'a\u001bb', { code: 'control-characters' }],
    ['a name of a tenant that reads as that of a ring', newTenantName, 'Acme/EU', { code: 'slash' }],
    ['an address for a domain', domainSchema, 'https://acme.example', { code: 'domain' }],
    ['plain http', urlSchema, 'http://acme.example/', { code: 'https-url' }],
    ['a login in a URL', urlSchema, 'https://u:p@acme.example/', { code: 'login-inside' }],
    ['a URL without end', urlSchema, `https://acme.example/${'x'.repeat(2048)}`, { code: 'too-long', most: 2048 }],
    ['a kid with blanks', kidSchema, ' k', { code: 'blank-ends' }],
    ['no reason', reasonSchema, 'x', { code: 'reason' }],
    ['a reason without end', reasonSchema, 'x'.repeat(501), { code: 'too-long', most: 500 }],
    ['a choice that is none', z.enum(['a', 'b']), 'c', { code: 'one-of', values: ['a', 'b'] }],
    ['a fraction', z.number().int(), 1.5, { code: 'whole-number' }],
    ['a number above', z.number().max(9), 10, { code: 'too-large', most: 9, unit: null }],
    ['a number below', z.number().min(3), 2, { code: 'too-small', least: 3, unit: null }],
    ['a long list', z.array(z.string()).max(1), ['a', 'b'], { code: 'too-many', most: 1 }],
    ['a short text', z.string().min(4), 'abc', { code: 'too-short', least: 4 }],
    ['members that nobody knows', z.strictObject({}), { a: 1 }, { code: 'unknown-members', names: ['a'] }],
  ])('%s', (_, schema, value, problem) => {
    expect(problemOf(schema, value)).toEqual(problem);
  });

  it('and says where, by the whole path and by its innermost name', () => {
    const result = check(z.strictObject({ terms: z.strictObject({ days: z.array(z.number()) }) }), {
      terms: { days: ['x'] },
    });
    expect(result).toMatchObject({
      ok: false,
      refusal: { path: 'terms.days.0', field: 'days', problem: { code: 'unfit' } },
    });
  });

  it('a limit in what it is counted in', () => {
    const result = check(policyTermsSchema, { tokenLifetimeSeconds: -1 });
    const problems = result.ok ? [] : result.refusals.map(({ problem }) => problem);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'too-small', unit: 'seconds' }));
  });
});

it('is told in sentences of the window', () => {
  expect(en.problem({ code: 'too-long', most: 64 })).toBe('It must be at most 64 characters.');
  expect(de.problem({ code: 'too-long', most: 64 })).toBe('Die Angabe darf höchstens 64 Zeichen haben.');
  expect(SCHEMA_PROBLEMS.filter((code) => en.problem({ code }) === de.problem({ code }))).toEqual([]);
});

it('is told by the label of its field in the window, and by its option on the command line', () => {
  const error = {
    code: 'INPUT_INVALID',
    facts: { field: 'clientCertificate', problem: { code: 'no-certificate' } },
  } as const;
  expect(en.error(error).message).toBe('Client certificate: holds no certificate.');
  expect(de.error(error).message).toBe('Client-Zertifikat: enthält kein Zertifikat.');
});
