// How secret octets may lie somewhere: as they are, or in the writings in which keys and files usually are.
export function secretForms(secret: Uint8Array): Buffer[] {
  const octets = Buffer.from(secret);
  const base64 = [0, 1, 2].map((shift) => innerBase64(octets, shift));
  return [octets, Buffer.from(octets.toString('hex')), ...base64, ...base64.map(inUrls)];
}

/** What Base64 makes of it behind so many other octets, without the letters that its neighbours have a part in. */
function innerBase64(octets: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), octets])
    .toString('base64')
    .replace(/=+$/, '');
  const from = Math.ceil((shift * 8) / 6);
  const to = Math.floor(((shift + octets.length) * 8) / 6);
  return Buffer.from(text.slice(from, to));
}

const inUrls = (base64: Buffer): Buffer =>
  Buffer.from(base64.toString('latin1').replaceAll('+', '-').replaceAll('/', '_'));
