// What the main process finds, told by a German window: a file, a proof and the keychain.
import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { FoundPart } from '../../../../shared/domain/reading/inspection.ts';
import type { Proof } from '../../../../shared/domain/evidence/proof.ts';

// The language stands in the address before the first module of the window is loaded, and other files speak English.
let parts: Awaited<ReturnType<typeof load>>;

async function load() {
  vi.resetModules();
  window.history.replaceState(null, '', '/?language=de');
  const [{ InspectedPartView }, { ProofView }, { KeychainState }, { renderPart }] = await Promise.all([
    import('../../../../renderer/inspect/components/inspected-part.tsx'),
    import('../../../../renderer/publishing/components/proof-section.tsx'),
    import('../../../../renderer/settings/components/keychain-state.tsx'),
    import('../render-part.tsx'),
  ]);
  return { InspectedPartView, ProofView, KeychainState, renderPart };
}

beforeAll(async () => {
  parts = await load();
});

afterAll(() => {
  window.history.replaceState(null, '', '/');
  vi.resetModules();
});

test('a certificate that was found in a file', () => {
  const { InspectedPartView, renderPart } = parts;
  const part: FoundPart = {
    what: 'certificate',
    facts: [
      { name: 'Issuer', value: { code: 'self-signed' } },
      { name: 'Serial', value: '5C0F' },
    ],
    warnings: [{ code: 'certificate-expired' }],
  };
  renderPart(<InspectedPartView part={part} number={1} of={1} />);
  expect(screen.getByRole('heading', { name: 'Zertifikat' })).toBeTruthy();
  expect(screen.getByText('Das Zertifikat ist abgelaufen.')).toBeTruthy();
  expect(screen.getByText('derselbe (selbst signiert)')).toBeTruthy();
  // What is compared can be copied, whatever it is called.
  expect(screen.getByRole('button', { name: /Seriennummer/ })).toBeTruthy();
});

test('a proof that failed, and one from an older record', () => {
  const { ProofView, renderPart } = parts;
  const proof: Proof = {
    ok: false,
    at: '2026-11-22T05:30:00.000Z',
    jwksUrl: 'https://login.acme.example/.well-known/jwks.json',
    kid: 'kid-1',
    jwksSha256: null,
    cacheControl: null,
    steps: [
      { step: 'fetched', ok: true, detail: '2 keys' },
      { step: 'listed', ok: false, detail: 'kid-1 is not listed', fact: { code: 'not-listed', kid: 'kid-1' } },
    ],
  };
  renderPart(<ProofView proof={proof} />);
  const steps = within(screen.getByRole('list'));
  expect(steps.getByText('kid-1 ist nicht aufgeführt')).toBeTruthy();
  expect(steps.queryByText('kid-1 is not listed')).toBeNull();
  expect(steps.getByText('2 keys')).toBeTruthy();
});

test('a keychain that cannot be reached', () => {
  const { KeychainState, renderPart } = parts;
  renderPart(<KeychainState vault={{ condition: 'unavailable', detail: 'no keyring service runs' }} />);
  expect(screen.getByText('es läuft kein Schlüsselbunddienst')).toBeTruthy();
});
