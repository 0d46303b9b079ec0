// Why a step of a proof failed, and what the keychain says of itself: a code for the window, English on the record.
import { expect, it } from 'vitest';
import { proofFactWords } from '../../../shared/words/en/proof.ts';
import { type ProofFact, proofFactSchema } from '../../../shared/domain/evidence/proof-facts.ts';
import { sharedWords } from '../../../shared/words/words.ts';

const [en, de] = [sharedWords('en'), sharedWords('de')];
const url = 'https://login.acme.example/jwks.json';

const FACTS: ProofFact[] = [
  { code: 'fetched', keys: 2, url },
  { code: 'not-listed', kid: 'k1' },
  { code: 'private-half', kids: ['k1'], url: 'https://acme.example/jwks.json' },
  { code: 'listed-often', kid: 'k1', times: 2 },
  { code: 'signed', kid: 'k1', alg: 'RS256' },
  { code: 'signed-otherwise', kid: null, alg: 'RS256' },
  { code: 'accepted', issuer: 'https://acme.example/' },
  { code: 'not-accepted', reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', words: 'signature verification failed' },
  { code: 'discovered', issuer: 'https://acme.example/' },
  { code: 'no-metadata' },
  { code: 'other-issuer', named: 'a', expected: 'b' },
  { code: 'other-key-set', url },
  { code: 'canonical-unread', url },
  { code: 'canonical-lists', url },
  { code: 'canonical-lists-not', url },
  { code: 'refused', error: { code: 'REMOTE_UNREACHABLE', facts: { host: 'h', detail: { code: 'refused' } } } },
];

const stepWith = (fact: ProofFact) => ({ step: 'listed' as const, ok: false, detail: proofFactWords(fact), fact });

it('has German for every code of a proof', () => {
  const codes = new Set(FACTS.map(({ code }) => code));
  const known = proofFactSchema.options.map(({ shape }) => shape.code.value);
  // A kid is the same in every language.
  expect(known.filter((code) => !codes.has(code))).toEqual(['listed']);
  expect(FACTS.filter((fact) => de.proofStep(stepWith(fact)) === en.proofStep(stepWith(fact)))).toEqual([]);
  expect(FACTS.map((fact) => proofFactSchema.parse(fact))).toEqual(FACTS);
});

it('tells why a step failed', () => {
  expect(de.proofStep(stepWith({ code: 'not-listed', kid: 'k1' }))).toBe('k1 ist nicht aufgeführt');
  const refused = FACTS.at(-1);
  expect(refused && de.proofStep(stepWith(refused))).toBe('h ist nicht erreichbar (die Verbindung wurde abgelehnt).');
});

it('shows what an older record has to say', () => {
  const old = { step: 'listed' as const, ok: false, detail: 'k1 is not in the set' };
  expect(de.proofStep(old)).toBe('k1 is not in the set');
  expect(en.proofStep(old)).toBe('k1 is not in the set');
});

it('tells in both languages what the keychain says', () => {
  expect(de.keychainDetail({ code: 'no-service' })).toBe('es läuft kein Schlüsselbunddienst');
  expect(de.keychainDetail({ code: 'not-loaded', platform: 'linux arm64' })).toContain('auf linux arm64 nicht');
  expect(en.keychainDetail({ code: 'no-service' })).toBe('no keyring service runs');
});

it('shows the English of an error on an older record', () => {
  const facts = { host: 'h', detail: 'connection refused' };
  const old: unknown = {
    step: 'listed',
    ok: false,
    detail: '',
    fact: { code: 'refused', error: { code: 'REMOTE_UNREACHABLE', facts } },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as an earlier version wrote it
  expect(de.proofStep(old as Parameters<typeof de.proofStep>[0])).toBe('h ist nicht erreichbar (connection refused).');
});
