// Makes keys and certificates as the product does, and prints the milliseconds that one of each took.
import { createKeyWorkshop } from '../support/workshop.ts';

const KEYS = 16;
const CERTIFICATES = 60;

async function measure(): Promise<void> {
  const workshop = createKeyWorkshop();
  const make = () => workshop.generate('RS256', 2048);
  const keysStarted = performance.now();
  // Two at a time, as a new tenant does.
  for (let made = 0; made < KEYS; made += 2) {
    await Promise.all([make(), make()]);
  }
  const key = (performance.now() - keysStarted) / KEYS;
  const material = await make();
  const profile = { commonName: 'acme.eu.auth0.com', notBefore: new Date(), days: 5000 };
  const certificatesStarted = performance.now();
  for (let made = 0; made < CERTIFICATES; made += 1) {
    await workshop.certify(material, 'RS256', profile);
  }
  const certificate = (performance.now() - certificatesStarted) / CERTIFICATES;
  process.stdout.write(`${key} ${certificate}`);
}

void measure();
