// A tenant whose set is a document on a server of the test, and the token by which a desk may change it.
import type { Custodian } from '../../main/acts/custodian.ts';
import type { ParsedArgsOf } from '../../shared/contract.ts';
import { ACME } from './desk.ts';
import type { JwksServer } from './jwks-server.ts';

export const TOKEN = 'desk-token.0123456789';

/** A credential that is nothing but these octets. */
export const only = (secret: string) => ({
  secret: Buffer.from(secret),
  certificate: Buffer.alloc(0),
  key: Buffer.alloc(0),
});

export async function addJwksTenant(
  { custodian }: { custodian: Custodian },
  { writeUrl, publicUrl }: Pick<JwksServer, 'writeUrl' | 'publicUrl'>,
  wish: Partial<ParsedArgsOf<'tenant.add'>> = {},
): Promise<void> {
  const args = { ...ACME, endpoint: 'jwks', apiBaseUrl: writeUrl, jwksUrl: publicUrl, ...wish } as const;
  await custodian.addTenant(args);
  await custodian.credentials.store({ tenant: args.name, kind: 'token' }, only(TOKEN));
}
