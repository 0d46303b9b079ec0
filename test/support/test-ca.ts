// A certificate authority of one test run, made by openssl, and a server's certificate by it: so that TLS is checked all
// the way up, and nothing on this machine has to trust what a test made.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TestAuthority {
  /** PEM of the authority itself. */
  ca: string;
  /** For `localhost` and 127.0.0.1, in PEM. */
  key: string;
  cert: string;
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export function makeTestAuthority(): TestAuthority {
  const folder = mkdtempSync(path.join(tmpdir(), 'authority-'));
  const at = (name: string): string => path.join(folder, name);
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });
  try {
    const authority = ['-keyout', at('ca.key'), '-out', at('ca.pem'), '-subj', '/CN=Test authority'];
    openssl('req', '-x509', ...NEW_KEY, ...authority, '-days', '2');
    openssl('req', ...NEW_KEY, '-keyout', at('key.pem'), '-out', at('server.csr'), '-subj', '/CN=localhost');
    writeFileSync(at('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n');
    const signing = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-set_serial', '2', '-extfile', at('names')];
    openssl('x509', '-req', '-in', at('server.csr'), ...signing, '-days', '2', '-out', at('cert.pem'));
    const [ca, key, cert] = ['ca.pem', 'key.pem', 'cert.pem'].map((name) => readFileSync(at(name), 'utf8'));
    return { ca: ca ?? '', key: key ?? '', cert: cert ?? '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
