// RFC 6229: the key stream at its beginning, which is what zeros are enciphered to.
import { expect, test } from 'vitest';
import { rc4 } from '../../../../main/reading/protection/rc4.ts';

test.each([
  ['0102030405', 'b2396305f03dc027ccc3524a0a1118a8'],
  ['0102030405060708090a0b0c0d0e0f10', '9ac7cc9a609d1ef7b2932899cde41b97'],
])('RC4 with the key %s', (key, stream) => {
  expect(rc4(Buffer.from(key, 'hex'), Buffer.alloc(16)).toString('hex')).toBe(stream);
});
