// Published test vectors, and forgeries of the kinds that fooled verifiers before, on both crypto libraries.
import path from 'node:path';
import { expect, test } from 'vitest';
import { forgedVectors } from '../support/forged-vectors.ts';
import { inElectron } from '../support/in-electron.ts';
import { hasNistVectors, nistVectors } from '../support/nist-vectors.ts';
import { type Vector, wrongVectors } from './vectors.ts';
import { needs } from '../support/needs.ts';

const FIXTURE = path.join(import.meta.dirname, 'vectors.fixture.ts');

async function wrongOnBoth(vectors: Record<string, Vector[]>): Promise<{ node: string[]; electron: string[] }> {
  const all = Object.values(vectors).flat();
  const counts = Object.entries(vectors).map(([name, { length }]) => `${name}: ${length}`);
  console.log(`vectors on each runtime: ${all.length}\n  ${counts.join('\n  ')}`);
  const electron = await inElectron(FIXTURE);
  return { node: await wrongVectors(all), electron: await electron.ask<string[]>(all) };
}

test('forgeries are refused, and what they were made from is taken', async () => {
  const vectors = forgedVectors();
  expect(await wrongOnBoth(vectors)).toEqual({ node: [], electron: [] });
  expect(Object.values(vectors).flat().length).toBeGreaterThan(140);
});

test('NIST and RFC 8032', needs(hasNistVectors, 'python3-cryptography-vectors'), async () => {
  const vectors = nistVectors();
  expect(await wrongOnBoth(vectors)).toEqual({ node: [], electron: [] });
  const few = Object.entries(vectors).filter(([, { length }]) => length < 10);
  expect(few).toEqual([]);
});
