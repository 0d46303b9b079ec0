// Base64 as files have it.

/** Standard Base64 with any blanks in it; `null` when it holds anything else or nothing. */
export function decodeBase64(text: string): Buffer | null {
  const compact = text.replaceAll(/\s+/g, '');
  return compact !== '' && /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : null;
}
