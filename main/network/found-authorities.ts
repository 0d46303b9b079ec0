// Authorities that come with this machine: those that its administrators keep for every program, and those that the
// environment adds. Chromium's own list and the one of each user are not read (docs/adr/0027).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import type { TrustedBeyond } from '../../shared/domain/network.ts';

export interface FoundAuthorities extends TrustedBeyond {
  /** PEM, one each. */
  certificates: readonly string[];
}

interface Place {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** Where the system may keep its bundle; the first that is there counts. */
  bundles?: readonly string[];
}

/** Debian, Alpine, Arch; Fedora and its kin; older ones of these; SUSE; BSD and macOS with a ported OpenSSL. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

const MAX_BUNDLE_BYTES = 8 * 1024 * 1024;
const MAX_FILES = 2000;

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

export function findAuthorities({ env, platform, bundles = BUNDLES }: Place): FoundAuthorities {
  const system = ofSystem(platform, bundles);
  const added = Object.entries(VARIABLES).flatMap(([variable, read]) => {
    const value = env[variable];
    return value === undefined || value === '' ? [] : [{ variable, certificates: read(value) }];
  });
  return {
    system: system.length === 0 ? null : { from: system.from, count: system.certificates.length },
    environment: added.map(({ variable, certificates }) => ({ variable, count: certificates.length })),
    certificates: [...new Set([...system.certificates, ...added.flatMap(({ certificates }) => certificates)])],
  };
}

/** They add to what is trusted and take nothing away. */
const VARIABLES: Readonly<Record<string, (value: string) => string[]>> = {
  NODE_EXTRA_CA_CERTS: certificatesIn,
  SSL_CERT_FILE: certificatesIn,
  SSL_CERT_DIR: (value) => value.split(path.delimiter).flatMap(certificatesBelow),
};

function ofSystem(
  platform: NodeJS.Platform,
  bundles: readonly string[],
): { from: string; certificates: string[]; length: number } {
  const ready = platform === 'linux' ? [] : ofRuntime();
  if (ready.length > 0) {
    return { from: SYSTEM_STORES[platform] ?? platform, certificates: ready, length: ready.length };
  }
  for (const file of bundles) {
    const certificates = certificatesIn(file);
    if (certificates.length > 0) {
      return { from: file, certificates, length: certificates.length };
    }
  }
  return { from: '', certificates: [], length: 0 };
}

const SYSTEM_STORES: Partial<Record<NodeJS.Platform, string>> = { darwin: 'Keychain', win32: 'Windows' };

interface NewerTls {
  getCACertificates(type: 'system'): string[];
}

/** Newer runtimes can ask the system themselves (Node.js 22.15 and 24, and what is built upon them). */
function ofRuntime(): string[] {
  const runtime: Partial<NewerTls> & Pick<typeof tls, 'rootCertificates'> = tls;
  try {
    return runtime.getCACertificates?.('system') ?? [];
  } catch {
    return [];
  }
}

function certificatesBelow(folder: string): string[] {
  try {
    return readdirSync(folder)
      .slice(0, MAX_FILES)
      .flatMap((name) => certificatesIn(path.join(folder, name)));
  } catch {
    return [];
  }
}

/** A file that is not there, too large or no file at all holds none. */
function certificatesIn(file: string): string[] {
  try {
    const facts = statSync(file);
    return facts.isFile() && facts.size <= MAX_BUNDLE_BYTES ? (readFileSync(file, 'latin1').match(PEM) ?? []) : [];
  } catch {
    return [];
  }
}
