// Certificates that authorities and people make of a key, by openssl: as they should be, and as they come.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface CertificateKinds {
  /** PEM of the private key that all of them are about. */
  key: string;
  /** Of an authority, in PEM; `extensions` are lines of openssl. From today on for so many days. */
  issued(made?: { digest?: string; extensions?: string; days?: number }): string;
  /** By the key itself, in PEM. */
  selfSigned(days?: number): string;
  /** Of an authority below another one: its own, that authority's, the root's. In PEM. */
  chain(): [own: string, below: string, root: string];
  close(): void;
}

export function certificateKinds(): CertificateKinds {
  const folder = mkdtempSync(path.join(tmpdir(), 'kinds-'));
  const at = (name: string): string => path.join(folder, name);
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });
  const text = (name: string): string => readFileSync(at(name), 'utf8');
  const newKey = (name: string): string[] => ['-newkey', 'rsa:2048', '-nodes', '-keyout', at(name)];
  openssl('req', '-x509', ...newKey('ca.key'), '-out', at('ca.pem'), '-subj', '/CN=An authority', '-days', '9000');
  openssl('req', ...newKey('own.key'), '-out', at('own.csr'), '-subj', '/CN=acme.eu.auth0.com');
  let serial = 1;
  return {
    key: text('own.key'),
    issued({ digest = 'sha256', extensions = 'basicConstraints=CA:FALSE', days = 300 } = {}) {
      serial += 1;
      writeFileSync(at('extensions'), `${extensions}\n`);
      const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-set_serial', String(serial)];
      const how = [`-${digest}`, '-extfile', at('extensions'), '-days', String(days)];
      openssl('x509', '-req', '-in', at('own.csr'), ...by, ...how, '-out', at('own.pem'));
      return text('own.pem');
    },
    selfSigned(days = 300) {
      openssl(
        'req',
        '-x509',
        '-key',
        at('own.key'),
        '-subj',
        '/CN=acme.eu.auth0.com',
        '-days',
        String(days),
        '-out',
        at('own.pem'),
      );
      return text('own.pem');
    },
    chain() {
      openssl('req', ...newKey('below.key'), '-out', at('below.csr'), '-subj', '/CN=An authority below');
      writeFileSync(at('authority'), 'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n');
      writeFileSync(at('extensions'), 'basicConstraints=CA:FALSE\n');
      const days = ['-days', '300'];
      const byRoot = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-set_serial', '900', '-extfile', at('authority')];
      openssl('x509', '-req', '-in', at('below.csr'), ...byRoot, ...days, '-out', at('below.pem'));
      const byBelow = ['-CA', at('below.pem'), '-CAkey', at('below.key'), '-set_serial', '901'];
      openssl(
        'x509',
        '-req',
        '-in',
        at('own.csr'),
        ...byBelow,
        '-extfile',
        at('extensions'),
        ...days,
        '-out',
        at('own.pem'),
      );
      return [text('own.pem'), text('below.pem'), text('ca.pem')];
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
