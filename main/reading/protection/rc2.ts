// RC2 (RFC 2268) of old containers, which neither OpenSSL 3 nor BoringSSL has. node-forge has it: a large library, loaded when
// such a container comes and not before. It works on strings, which cannot be overwritten.

/** Whole blocks in CBC mode, without looking at their padding; `bits` is the effective key length. */
export async function decryptRc2(key: Uint8Array, iv: Uint8Array, data: Uint8Array, bits: number): Promise<Buffer> {
  const { default: forge } = await import('node-forge');
  const decipher = forge.rc2.createDecryptionCipher(binary(key), bits);
  decipher.start(binary(iv));
  decipher.update(forge.util.createBuffer(binary(data)));
  return decipher.finish(() => true) ? Buffer.from(decipher.output.getBytes(), 'latin1') : Buffer.alloc(0);
}

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
