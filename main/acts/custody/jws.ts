// A JWS (RFC 7515) that a key in a store signs. The header is ours: its algorithm is the key's, never one that was asked for.
import { algorithmNamed, type WrittenName } from '../../../shared/domain/algorithms.ts';
import type { KeyStore } from '../../ports/key-store.ts';

/** The parts of a JWS, in base64url. */
export interface SignedParts {
  protected: string;
  payload: string;
  signature: string;
}

interface Header extends Readonly<Record<string, unknown>> {
  alg: WrittenName;
  typ: string;
}

/** `name`: of the key in its store. The members of the header stand in the order in which they are given. */
export async function signJws(
  keys: Pick<KeyStore, 'sign'>,
  name: string,
  header: Header,
  content: string,
): Promise<SignedParts> {
  const head = base64url(JSON.stringify(header));
  const payload = base64url(content);
  const signature = await keys.sign(name, algorithmNamed(header.alg), Buffer.from(`${head}.${payload}`));
  return { protected: head, payload, signature: base64url(signature) };
}

export const compactJws = ({ protected: header, payload, signature }: SignedParts): string =>
  `${header}.${payload}.${signature}`;

const base64url = (part: string | Uint8Array): string => Buffer.from(part).toString('base64url');
