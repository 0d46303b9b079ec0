// The certificate around a key: issued anew for the same key, replaced by one that an authority signed, or requested from
// an authority. The key and its kid stay; what verifiers see of the certificate changes with the next push.
import { isLiving } from '../../../shared/domain/limits.ts';
import type {
  AcceptedReply,
  CertificateSignature,
  ReplyArgs,
  RequestArgs,
} from '../../../shared/domain/key-ring/certificates.ts';
import { certificateFaults, REFUSED_IN_REPLY } from '../../../shared/domain/key-ring/certificate-faults.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { ofKey } from '../custody/custody.ts';
import { fileLabel, tenantSlug } from '../../../shared/domain/exports/file-names.ts';
import type { FormattedFile } from '../../ports/formats.ts';
import type { Ports } from '../../ports/ports.ts';
import { armour } from '../../../shared/encoding/pem.ts';
import { changeRing, readKey, ringAct, sameKey } from './ring-acts.ts';
import { bound, queued } from '../bound.ts';

/** A new self-signed certificate: same key and key identifier, new serial number and validity. */
export const reissueCertificate = bound('certificate.reissue', async (ports, args): Promise<RingView> => {
  const { clock, keys } = ports;
  const { tenant, key } = readKey(ports, args.tenant, args.kid);
  refuseRevoked(key);
  const { days, usage, dnsNames, purposes } = args;
  const commonName = args.commonName ?? tenant.domain;
  const profile = { commonName, notBefore: clock.now(), days, usage, dnsNames, purposes };
  const certificate = await ofKey(key, (name) => keys.certify(name, key.alg, profile));
  return replaceCertificate(ports, args, { certificate, chain: [] }, 'key.certificate-reissued');
});

/** Takes the certificate that an authority made for this key. `file` may hold its chain too. */
export const acceptCertificate = queued(async (ports, args: ReplyArgs, file: Uint8Array): Promise<AcceptedReply> => {
  const { key } = readKey(ports, args.tenant, args.kid);
  refuseRevoked(key);
  const now = ports.clock.now();
  const { certificate, chain, signature } = await ports.reading.certificateFor(ports.formats.spkiOf(key), file, now);
  const fault = certificateFaults(certificate, now.toISOString()).find((one) => REFUSED_IN_REPLY.includes(one));
  if (fault !== undefined) {
    const { subject, notBefore, notAfter } = ports.formats.certificateFacts(certificate);
    const at = fault === 'not-yet-valid' ? notBefore : notAfter;
    const problem = { code: 'certificate-unfit', subject, fault, at } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'file', problem });
  }
  const taken = { certificate, chain };
  return { ...replaceCertificate(ports, args, taken, 'key.certificate-replaced', { signature }), signature };
});

/** A PKCS#10 request in PEM. It is public, but only the private key can make it. */
export const requestCertificate = queued(async (ports, args: RequestArgs): Promise<FormattedFile> => {
  const { tenant, key } = readKey(ports, args.tenant, args.kid);
  refuseRevoked(key);
  const der = await ofKey(key, (name) => ports.keys.request(name, key.alg, args.commonName ?? tenant.domain));
  const details = { kid: key.kid, commonName: args.commonName ?? tenant.domain };
  ports.registry.change({ action: 'key.certificate-requested', subject: tenant.name, details }, () => undefined);
  const text = armour(der, { label: 'CERTIFICATE REQUEST' });
  return { fileName: `${tenantSlug(tenant)}-${fileLabel(key)}.csr`, text: true, bytes: Buffer.from(text) };
});

function replaceCertificate(
  ports: Ports,
  { tenant, kid }: { tenant: string; kid: string },
  { certificate, chain }: { certificate: Uint8Array; chain: readonly Uint8Array[] },
  action: string,
  more: { signature?: CertificateSignature } = {},
): RingView {
  const place = readKey(ports, tenant, kid);
  const { serial, subject, notBefore, notAfter, sha256 } = ports.formats.certificateFacts(certificate);
  const before = ports.formats.certificateFacts(Buffer.from(place.key.certificate, 'base64'));
  const details = {
    kid,
    serial,
    subject,
    notBefore,
    notAfter,
    sha256,
    replaced: before.sha256,
    ...chainIn(chain),
    ...more,
  };
  return changeRing(ports, place, ringAct(action, place, details), (keys) => {
    const key = sameKey(keys, place.key);
    const jwk = ports.formats.publicJwk(ports.formats.spkiOf(key), certificate, key.jwk.alg, key.kid, chain);
    const updated: SigningKey = {
      ...key,
      jwk,
      certificate: Buffer.from(certificate).toString('base64'),
      certificateEndsAt: notAfter,
      certificateSince: ports.clock.now().toISOString(),
    };
    return { updated: [updated], added: [] };
  });
}

/** As the audit chain tells it: only where there is one. */
export const chainIn = (chain: readonly Uint8Array[]): { chain?: number } =>
  chain.length === 0 ? {} : { chain: chain.length };

function refuseRevoked({ kid, state }: SigningKey): void {
  if (!isLiving(state)) {
    throw new CustodianError('KEY_STATE', {
      kid,
      state,
      action: 'certifying',
      needs: 'next-current-or-previous',
    });
  }
}
