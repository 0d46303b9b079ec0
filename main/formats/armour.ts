// PEM armour as RFC 7468 §2 wants it written: 64 characters a line, one fixed label, nothing before or after.

interface Armour {
  label: 'CERTIFICATE' | 'PUBLIC KEY' | 'PKCS7';
  lineEnd: '\n' | '\r\n';
  finalLineEnd: boolean;
}

export function armour(der: Uint8Array, { label, lineEnd, finalLineEnd }: Armour): string {
  const body =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const lines = [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`];
  return lines.join(lineEnd) + (finalLineEnd ? lineEnd : '');
}
