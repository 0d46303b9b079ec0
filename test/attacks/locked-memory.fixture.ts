// Sets a passphrase, makes a key and uses it, locks, and then stays as it is for somebody to search it. Arguments: folder, pool.
// Says on its standard output what is to be searched for, as hex, and at the end where its heap was written.
import { writeHeapSnapshot } from 'node:v8';
import path from 'node:path';
import { openFaultDesk } from '../faults/fault-desk.ts';
import { secretName } from '../../main/ports/secret-name.ts';

const [folder = '', pool = ''] = process.argv.slice(2);
const tenant = 'Acme';

/** Without a copy of the octets. */
const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

async function main(): Promise<void> {
  const desk = openFaultDesk({ folder: path.join(folder, 'data'), pool, now: '2026-11-29T08:00:00.000Z' });
  const { custodian, ports, vault } = desk;
  await custodian.addTenant({
    name: tenant,
    domain: 'acme.eu.auth0.com',
    customDomain: null,
    environment: 'development',
    endpoint: 'jwks',
    apiBaseUrl: 'https://jwks.example/set',
    jwksUrl: null,
  });
  await custodian.vault.setPassphrase(await passphrase());
  // Made under the passphrase: what lay plain in the keychain went through strings, which nobody can overwrite (SECURITY.md).
  await custodian.addRing({ tenant, alg: 'ES256', name: 'es256' });
  const { id } = custodian.showTenant({ tenant }).tenant;
  for (let times = 0; times < 20; times += 1) {
    await custodian.signToken({ tenant, ring: 'es256', ttl: 300, claims: { times } });
  }
  const key = ports.registry.read((reader) => reader.keys(id).find(({ alg }) => alg === 'ES256'));
  const pkcs8 = await vault.get(secretName(key?.id ?? ''));
  // RFC 5915: the private key itself stands in its structure from the 36th octet on.
  say({ privateKey: hexOf(pkcs8.subarray(36, 68)) });
  pkcs8.fill(0);
  using held = custodian.vault.copyOfKey();
  say({ vaultKey: held?.use(hexOf) ?? '' });
  held?.[Symbol.dispose]();
  custodian.vault.lock();
  say({ snapshot: writeHeapSnapshot(path.join(folder, 'locked.heapsnapshot')) });
  setInterval(() => undefined, 1000);
}

/** From standard input, as the window has it from a window of its own. */
async function passphrase(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    parts.push(part);
  }
  const whole = Uint8Array.from(Buffer.concat(parts));
  parts.forEach((part) => part.fill(0));
  return whole;
}

const say = (fact: Record<string, string>): void => void process.stdout.write(`${JSON.stringify(fact)}\n`);

void main();
