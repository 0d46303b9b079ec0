// A short program that uses a sandbox folder as a command does: it finds or starts the server, registers clients, asks
// once over HTTP, and ends without stopping anything.
import { randomBytes, randomUUID } from 'node:crypto';
import { createSandbox } from '../../../main/sandbox/sandbox.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
const sandbox = createSandbox({
  folder,
  clock: { now: () => new Date() },
  random: { uuid: randomUUID, bytes: (length) => randomBytes(length) },
  makeOwnKey: () => Promise.reject(new Error('not needed')),
});

async function main(): Promise<void> {
  const { url } = await sandbox.findOrStart();
  for (let made = 0; made < Number(count); made += 1) {
    await sandbox.register({ domain: 'acme.eu.auth0.com', customDomain: null });
  }
  const { status } = await fetch(`${url}/acme.eu.auth0.com/api/v2/custom-domains`);
  process.stdout.write(String(status));
}

void main();
