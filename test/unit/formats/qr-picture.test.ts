// A text in one QR code: read back by the reader of this program, and none where it does not fit.
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { qrPicture } from '../../../main/formats/qr-picture.ts';
import { codeInPicture } from '../../../main/reading/backup/share-picture.ts';

it.each([1, 400, 1500, 2953])('a text of %d octets comes back from its picture', async (length) => {
  const text = randomBytes(length).toString('base64url').slice(0, length);
  const picture = qrPicture(text);
  expect(picture && (await codeInPicture(picture))).toBe(text);
});

it('a longer one has no picture', () => {
  expect(qrPicture('x'.repeat(2954))).toBeNull();
  expect(qrPicture('ü'.repeat(1477))).toBeNull();
});
