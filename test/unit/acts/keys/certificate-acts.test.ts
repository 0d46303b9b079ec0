// New certificates for a key, to the letter: what is recorded and kept, and what is refused.
import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainIn } from '../../../../main/acts/keys/certificates.ts';
import { reissueSchema } from '../../../../shared/domain/key-ring/certificates.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { after, newestEntries } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { keyIn, keysOf, kidIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const { desk } = acmeForEach();

const kid = () => kidIn(desk, tenant, 'current');
const now = () => keyIn(desk, 'current');
const shown = () => new X509Certificate(Buffer.from(now().certificate, 'base64'));
const reissue = (part: object = {}) =>
  desk.custodian.reissueCertificate(reissueSchema.parse({ tenant, kid: kid(), ...part }));

describe('a certificate that is made anew', () => {
  it('is for the tenant’s domain unless another name is given, and counts from now', async () => {
    const before = new X509Certificate(Buffer.from(now().certificate, 'base64'));
    desk.advance(5000);
    await reissue({ days: 10 });
    const { serialNumber, fingerprint256 } = shown();
    expect(shown().subject).toBe('CN=acme.eu.auth0.com');
    expect(now()).toMatchObject({ certificateSince: after(5), certificateEndsAt: after(10 * 86_400 + 5) });
    expect(now().jwk.x5c).toEqual([now().certificate]);
    const [action, subject, details] = newestEntries(desk, 1)[0] ?? ['', '', {}];
    expect([action, subject]).toEqual(['key.certificate-reissued', 'Acme/default']);
    expect(details).toEqual({
      kid: kid(),
      serial: expect.any(String) as string,
      subject: 'CN=acme.eu.auth0.com',
      notBefore: after(5),
      notAfter: after(10 * 86_400 + 5),
      sha256: fingerprint256,
      replaced: before.fingerprint256,
    });
    expect(serialNumber).not.toBe(before.serialNumber);
  });

  it('says what it is for', async () => {
    await reissue({ commonName: 'signing.acme.example', dnsNames: ['one.example', 'two.example'] });
    expect(shown().subject).toBe('CN=signing.acme.example');
    expect(shown().subjectAltName).toBe('DNS:one.example, DNS:two.example');
  });

  it('is of the named key alone', async () => {
    const next = keyIn(desk, 'next');
    await reissue();
    expect(keyIn(desk, 'next')).toEqual(next);
  });
});

it('a request is a file of that name, and is recorded', async () => {
  const file = await desk.custodian.requestCertificate({ tenant, kid: kid(), commonName: 'signing.acme.example' });
  expect(file).toMatchObject({ text: true, fileName: expect.stringMatching(/^acme-current-[\w-]{8}\.csr$/) as string });
  expect(Buffer.from(file.bytes).toString()).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----\n/);
  const details = { kid: kid(), commonName: 'signing.acme.example' };
  expect(newestEntries(desk, 1)).toEqual([['key.certificate-requested', tenant, details]]);
  await desk.custodian.requestCertificate({ tenant, kid: kid() });
  expect(newestEntries(desk, 1)[0]?.[2]).toEqual({ kid: kid(), commonName: 'acme.eu.auth0.com' });
});

describe('a key whose life has ended', () => {
  it.each<[string, (kid: string) => Promise<unknown>]>([
    ['a new certificate', (gone) => reissue({ kid: gone })],
    ['a request', (gone) => desk.custodian.requestCertificate({ tenant, kid: gone })],
    ['a reply', (gone) => desk.custodian.acceptCertificate({ tenant, kid: gone }, Buffer.alloc(0))],
  ])('gets none: %s', async (_, act) => {
    const gone = kid();
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'lost', compromised: false });
    expect(await failureOf(act(gone))).toMatchObject({
      code: 'KEY_STATE',
      facts: { kid: gone, state: 'revoked', action: 'certifying', needs: 'next-current-or-previous' },
    });
  });
});

describe('a reply', () => {
  it('that has ended is refused by its name and its end', async () => {
    await reissue({ days: 10 });
    const ended = Buffer.from(now().certificate, 'base64');
    desk.advance(11 * 86_400_000);
    const refused = desk.custodian.acceptCertificate({ tenant, kid: kid() }, ended);
    const problem = { subject: 'CN=acme.eu.auth0.com', fault: 'ended', at: after(10 * 86_400) };
    expect(await failureOf(refused)).toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'file', problem: { code: 'certificate-unfit', ...problem } },
    });
  });

  it('that begins later is refused by when it does', async () => {
    desk.advance(86_400_000);
    await reissue({ days: 10 });
    const early = Buffer.from(now().certificate, 'base64');
    desk.advance(-86_400_000 / 2);
    const refused = desk.custodian.acceptCertificate({ tenant, kid: kid() }, early);
    expect(await failureOf(refused)).toMatchObject({
      facts: { problem: { fault: 'not-yet-valid', at: after(86_400) } },
    });
  });

  it('that fits is told with who signed it', async () => {
    const own = Buffer.from(now().certificate, 'base64');
    await reissue();
    const taken = await desk.custodian.acceptCertificate({ tenant, kid: kid() }, own);
    expect(taken.signature).toBe('self-signed');
    expect(newestEntries(desk, 1)).toMatchObject([
      ['key.certificate-replaced', 'Acme/default', { kid: kid(), signature: 'self-signed' }],
    ]);
    expect(newestEntries(desk, 1)[0]?.[2]).not.toHaveProperty('chain');
    expect(Buffer.from(now().certificate, 'base64')).toEqual(own);
  });

  it('of another key is refused', async () => {
    const other = Buffer.from(keyIn(desk, 'next').certificate, 'base64');
    const before = keysOf(desk);
    expect(await failureOf(desk.custodian.acceptCertificate({ tenant, kid: kid() }, other))).toMatchObject({
      code: 'KEY_CERTIFICATE_MISMATCH',
    });
    expect(keysOf(desk)).toEqual(before);
  });
});

it('a chain is told by its length, and only where there is one', () => {
  expect([chainIn([]), chainIn([Buffer.alloc(0)])]).toEqual([{}, { chain: 1 }]);
});

it('the certificate of a key is told by its facts', () => {
  const { subject, fingerprint256 } = shown();
  expect(desk.custodian.certificateOf({ tenant, kid: kid() })).toMatchObject({
    subject,
    sha256: fingerprint256,
    notBefore: after(0),
  });
  expect(() => desk.custodian.certificateOf({ tenant, kid: 'none' })).toThrow('KEY_NOT_FOUND');
});
