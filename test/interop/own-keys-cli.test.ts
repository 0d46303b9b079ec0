// The ways out of a key as a script takes them: withdraw what leaked, name what makes room, keep the kid of a file, and begin
// with nothing but one's own keys.
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { custodianJson, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { ecJwk, jsonFile } from '../support/own-files.ts';

const folder = folderForAll();
const data = (): string => folder('data');
const file = (name: string, members: object): string => {
  const at = folder(name);
  writeFileSync(at, jsonFile(ecJwk(members)));
  return at;
};
const json = <T>(...args: string[]): Promise<T> => custodianJson<T>(data(), args);

async function refused(...args: string[]): Promise<{ code: string; advice: string }> {
  const { code, stderr } = await runCustodian(data(), [...args, '--json']);
  expect(code).toBe(1);
  return (JSON.parse(stderr) as { error: { code: string; advice: string } }).error;
}

const states = ({ keys }: RingView): string[] => keys.map(({ state }) => state);
const kidIn = ({ keys }: RingView, state: string): string => keys.find((key) => key.state === state)?.kid ?? '';

test('a tenant begins empty, takes keys under their own kids, and gives every one of them a way out', async () => {
  const tenant = ['--name', 'Own', '--domain', 'own.eu.auth0.com', '--custom-domain', 'id.own.example'];
  const added = await json<TenantView>('tenant', 'add', ...tenant, '--alg', 'ES256', '--empty');
  expect(added.rings).toMatchObject([{ ring: { alg: 'ES256', brought: true }, keys: [] }]);

  const bringIn = (name: string, kid: string, as: string, ...more: string[]) =>
    ['key', 'import', 'Own', '--file', file(name, { kid }), '--as', as].concat(more);
  expect(kidIn(await json<RingView>(...bringIn('1.jwk', 'prod/2025 a', 'current')), 'current')).toBe('prod/2025 a');
  await json<RingView>(...bringIn('2.jwk', 'prod/2026', 'next'));

  expect(await refused(...bringIn('3.jwk', 'prod/2027', 'next'))).toMatchObject({
    code: 'KEY_WOULD_BE_REPLACED',
    advice: expect.stringContaining('--replace prod/2026') as string,
  });
  expect(await refused('key', 'generate', 'Own')).toMatchObject({ code: 'KEY_WOULD_BE_REPLACED' });
  const taken = await refused(...bringIn('4.jwk', 'prod/2025 a', 'previous'));
  expect(taken).toMatchObject({ code: 'KEY_KID_TAKEN', advice: expect.stringContaining('--kid') as string });

  const replaced = await json<RingView>(...bringIn('3.jwk', 'prod/2027', 'next', '--replace', 'prod/2026'));
  expect(states(replaced)).toEqual(['next', 'current', 'replaced']);

  await json('publish', 'push', 'Own', '--yes');
  expect(await refused('key', 'generate', 'Own', '--replace', 'prod/2027')).toMatchObject({
    code: 'RING_NEXT_ANNOUNCED',
  });
  const said = await runCustodian(data(), [
    'key',
    'withdraw',
    'Own',
    'prod/2027',
    '--reason',
    'its file was lost',
    '--compromised',
  ]);
  expect([said.code, said.stderr]).toEqual([0, '']);
  expect(said.stdout).toMatch(/Push now: custodian publish preview Own[^]*no next key/);
  const [view] = (await json<TenantView>('tenant', 'show', 'Own')).rings;
  expect(view === undefined ? [] : states(view)).toEqual(['current', 'revoked', 'replaced']);

  // What was replaced comes back; what was withdrawn does not.
  const back = await json<RingView>('key', 'import', 'Own', '--file', folder('2.jwk'), '--as', 'next');
  expect(kidIn(back, 'next')).toBe('prod/2026');
  expect(await refused('key', 'import', 'Own', '--file', folder('3.jwk'), '--as', 'previous')).toMatchObject({
    code: 'KEY_REVOKED_BEFORE',
  });
  const preview = await json<{ kids: string[] }>('publish', 'preview', 'Own');
  expect(preview.kids).toEqual(['prod/2025 a', 'prod/2026']);

  // Both leaked: neither of them signs on.
  const emergency = ['key', 'rotate-and-revoke', 'Own', '--reason', 'laptop stolen', '--compromised', '--next-too'];
  const after = await json<RingView>(...emergency);
  expect(states(after)).toEqual(['current', 'revoked', 'revoked', 'revoked']);
  expect(after.keys[0]?.provenance.kind).toBe('generated');
  await json('publish', 'push', 'Own', '--yes');
  expect(await json('audit', 'verify')).toMatchObject({ ok: true });
  expect((await runCustodian(data(), ['doctor'])).code).toBe(0);
});
