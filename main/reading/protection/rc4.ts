// RC4 (RFC 7465 says why nobody should): the cipher of encrypted PVK files. Neither crypto library of ours has it any more,
// and nothing is ever written with it.

/** Enciphers and deciphers. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 0xff] ?? 0;
  const swap = (a: number, b: number): void => {
    const held = at(a);
    state[a & 0xff] = at(b);
    state[b & 0xff] = held;
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  const result = Buffer.from(data).map((octet) => {
    i = (i + 1) & 0xff;
    j = (j + at(i)) & 0xff;
    swap(i, j);
    return octet ^ at(at(i) + at(j));
  });
  state.fill(0);
  return Buffer.from(result.buffer, result.byteOffset, result.length);
}
