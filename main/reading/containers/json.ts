// JSON that is no document of JOSE: its keys, wherever they lie in it.
import { clipped, type Facts, format, part } from '../inspect/finding.ts';
import { shown } from '../inspect/members-part.ts';
import type { Contents } from '../contents.ts';
import type { Context } from './context.ts';
import { asDocument, leavesOf, readLeaves } from './document.ts';
import { isObject } from './jose-document.ts';

export async function readJson(value: unknown, context: Context): Promise<Contents> {
  const members = isObject(value) ? value : {};
  const isDiscovery = typeof members['jwks_uri'] === 'string' && typeof members['issuer'] === 'string';
  const facts: Facts = isDiscovery
    ? { issuer: shown(members['issuer']), jwks_uri: shown(members['jwks_uri']) }
    : { Members: clipped(Object.keys(members).join(', '), 200) };
  const head = part(isDiscovery ? 'OpenID configuration' : 'JSON document', facts);
  return asDocument(head, format('JSON'), await readLeaves(leavesOf(value), format('JSON'), context), {
    code: 'other-json',
  });
}
