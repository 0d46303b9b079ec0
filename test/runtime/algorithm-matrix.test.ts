// The algorithm matrix on Node (OpenSSL). both-libraries.test.ts runs it on Electron's BoringSSL.
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../shared/domain/formats.ts';
import { SIGNING_ALGORITHMS } from '../../shared/domain/algorithms.ts';
import { runAlgorithmMatrix } from './algorithm-matrix.ts';

test('all algorithms live their whole life on this runtime', async () => {
  const results = await runAlgorithmMatrix();
  expect(results.filter((result) => !result.ok)).toEqual([]);
  expect(results).toHaveLength(SIGNING_ALGORITHMS.length * (5 + EXPORT_FORMATS.length));
});
