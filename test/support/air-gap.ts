// Two desks with an air gap between them: at home a tenant whose set nobody can reach, and a courier's machine that knows
// no tenant. Between them lies a JWK set behind a bearer token, over real HTTP.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import { ACME, type Desk, openDesk } from './desk.ts';
import { type JwksServer, startJwksServer } from './jwks-server.ts';

export const TENANT = 'Acme';
const TOKEN = 'courier-token.0123456789';

export interface AirGap {
  home: Desk;
  courier: Desk;
  server: JwksServer;
  /** Made at home, without the network. */
  bundle(
    intent?: Omit<ParsedArgsOf<'bundle.preview'>, 'tenant'>,
    days?: number,
  ): Promise<{ text: string; device: string }>;
  carry(bundle: { text: string; device: string }, desk?: Desk): ReturnType<Desk['custodian']['carryBundle']>;
  /** With the courier's fingerprint, as compared. */
  accept(receipt: string, courier?: string): ReturnType<Desk['custodian']['acceptReceipt']>;
  /** Both clocks. */
  advance(milliseconds: number): void;
  /** The set on the server. */
  keys(): Record<string, unknown>[];
  close(): Promise<void>;
}

/** `given`: at home is a desk that is opened and closed elsewhere, and reaches nobody. */
export async function openAirGap(given?: Desk): Promise<AirGap> {
  const server = await startJwksServer({ authorization: `Bearer ${TOKEN}` });
  const noNetwork: typeof fetch = async () => {
    throw Object.assign(new Error('no network'), { code: 'ENETUNREACH' });
  };
  const home = given ?? openDesk({ fetch: noNetwork });
  const courier = openDesk();
  const { writeUrl, publicUrl } = server;
  await home.custodian.addTenant({ ...ACME, endpoint: 'jwks', apiBaseUrl: writeUrl, jwksUrl: publicUrl });
  return {
    home,
    courier,
    server,
    async bundle(intent = {}, days = 7) {
      const { hash } = await home.custodian.previewBundle({ tenant: TENANT, ...intent });
      const args = { tenant: TENANT, hash, days, ...intent };
      let text = '';
      const { device } = await home.custodian.makeBundle(args, { qr: false }, async ({ file }) => {
        text = Buffer.from(file.bytes).toString('utf8');
      });
      return { text, device };
    },
    carry({ text, device }, desk = courier) {
      const none = { certificate: Buffer.alloc(0), key: Buffer.alloc(0) };
      const credential = { order: { kind: 'token' as const }, secrets: { secret: Buffer.from(TOKEN), ...none } };
      return desk.custodian.carryBundle({ text, fingerprint: device, credential });
    },
    accept: (receipt, fingerprint) => home.custodian.acceptReceipt({ tenant: TENANT, courier: fingerprint }, receipt),
    advance(milliseconds) {
      home.advance(milliseconds);
      courier.advance(milliseconds);
    },
    keys: () => (JSON.parse(server.document() ?? '{"keys":[]}') as { keys: Record<string, unknown>[] }).keys,
    async close() {
      await Promise.all([given ?? home.close(), courier.close(), server.close()]);
    },
  };
}
