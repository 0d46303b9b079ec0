// A certificate is judged once and by one rule: at the door where it comes in, in the preview of a push, and for whoever
// looks at the key. What makes it useless is refused in a reply; of a key that comes with it the officer is told.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CertificateFault, certificateFaults } from '../../../../shared/domain/key-ring/certificate-faults.ts';
import { consumerAddSchema } from '../../../../shared/domain/consumers/consumer.ts';
import { type CertificateKinds, certificateKinds } from '../../../support/certificate-kinds.ts';
import { ACME, START } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';
const kid = 'ours';
const DAY = 86_400_000;

let kinds: CertificateKinds;
beforeAll(() => {
  kinds = certificateKinds();
});
afterAll(() => kinds.close());

const desk = deskForEach();
beforeEach(async () => {
  // openssl counts from its own clock.
  desk.advance(Date.now() - START + 60_000);
  await desk.custodian.addTenant({ ...ACME, empty: true });
});

const bringIn = (...certificates: string[]) =>
  desk.custodian.importKey({ tenant, as: 'next', kid }, Buffer.from([kinds.key, ...certificates].join('\n')));
const reply = (...certificates: string[]) =>
  desk.custodian.acceptCertificate({ tenant, kid }, Buffer.from(certificates.join('\n')));
const shown = () => desk.custodian.showTenant({ tenant });
const now = () => desk.ports.clock.now().toISOString();
const derOf = (pem: string): Buffer =>
  Buffer.from(/-----BEGIN[^-]*-----([^-]*)-----END/.exec(pem)?.[1] ?? '', 'base64');
const findings = async () => (await desk.custodian.previewPublication({ tenant })).findings.map(({ code }) => code);

describe('what speaks against a certificate', () => {
  it.each<[CertificateFault[], Parameters<CertificateKinds['issued']>[0]]>([
    [[], {}],
    [[], { extensions: 'keyUsage=digitalSignature' }],
    [['signature-broken-hash'], { digest: 'md5' }],
    [['signature-weak-hash'], { digest: 'sha1' }],
    [['not-for-signatures'], { extensions: 'keyUsage=critical,keyEncipherment\nextendedKeyUsage=serverAuth' }],
    [['authority-below'], { extensions: 'basicConstraints=critical,CA:TRUE' }],
  ])('is %j of one that is made with %j', (faults, made) => {
    expect(certificateFaults(derOf(kinds.issued(made)), now())).toEqual(faults);
  });

  it('is that it has ended, or is not valid yet', () => {
    const der = derOf(kinds.issued({ days: 10 }));
    const at = (days: number) => certificateFaults(der, new Date(Date.now() + days * DAY).toISOString());
    expect([at(-1), at(1), at(11)]).toEqual([['not-yet-valid'], [], ['ended']]);
  });

  it('is nothing of those that are made here, and nothing of what is none', async () => {
    await desk.custodian.generateNext({ tenant });
    expect(shown().certificateFaults).toEqual({});
    expect(certificateFaults(Buffer.from('no certificate'), now())).toEqual([]);
  });
});

describe('the reply of an authority', () => {
  beforeEach(() => bringIn());

  it.each<[CertificateFault, Parameters<CertificateKinds['issued']>[0], number]>([
    ['signature-broken-hash', { digest: 'md5' }, 0],
    ['ended', { days: 10 }, 11],
    ['not-yet-valid', {}, -20],
  ])('is refused when it is of no use: %s', async (fault, made, days) => {
    const file = kinds.issued(made);
    desk.advance(days * DAY);
    await expect(reply(file)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'file', problem: { code: 'certificate-unfit', fault } },
    });
  });

  it.each<[CertificateFault, Parameters<CertificateKinds['issued']>[0]]>([
    ['signature-weak-hash', { digest: 'sha1' }],
    ['not-for-signatures', { extensions: 'keyUsage=keyEncipherment' }],
    ['authority-below', { extensions: 'basicConstraints=CA:TRUE' }],
  ])('is taken and told of otherwise, in the preview too: %s', async (fault, made) => {
    await reply(kinds.issued(made));
    expect(shown().certificateFaults).toEqual({ [kid]: [fault] });
    expect(await findings()).toEqual([`certificate-${fault}`]);
  });

  it('may name the key by another identifier than ours (RFC 7093)', async () => {
    await reply(kinds.issued({ extensions: 'subjectKeyIdentifier=00:11:22:33' }));
    expect(shown().certificateFaults).toEqual({});
  });

  it('is chosen from several: the one that serves, wherever it stands', async () => {
    const [fit, weak] = [kinds.issued(), kinds.issued({ digest: 'sha1', days: 900 })];
    for (const order of [
      [fit, weak],
      [weak, fit],
    ]) {
      await reply(...order);
      expect(shown().certificateFaults).toEqual({});
    }
  });
});

describe('a key that comes with a certificate', () => {
  it('is taken with one that has ended, which everybody is told who looks', async () => {
    const ended = kinds.selfSigned(10);
    desk.advance(11 * DAY);
    await bringIn(ended);
    expect(shown().certificateFaults).toEqual({ [kid]: ['ended'] });
    expect(await findings()).toEqual(['certificate-ended']);
    await desk.custodian.reissueCertificate({ tenant, kid, days: 90, usage: 'signature', dnsNames: [], purposes: [] });
    expect(shown().certificateFaults).toEqual({});
    expect(await findings()).toEqual([]);
  });

  it('keeps the renewed one, in whatever order they stand', async () => {
    const [old, renewed] = [kinds.selfSigned(10), kinds.selfSigned(300)];
    desk.advance(11 * DAY);
    await bringIn(old, renewed);
    expect(shown().certificateFaults).toEqual({});
  });
});

describe('a new certificate', () => {
  const has = (name: string, format: 'cer' | 'spki' | null) =>
    desk.custodian.addConsumer(
      consumerAddSchema.parse({ tenant, name, verifier: 'pinned', ...(format === null ? {} : { format }) }),
    );
  const openFor = (name: string) =>
    desk.custodian
      .listConsumers({ tenant })
      .find(({ consumer }) => consumer.name === name)
      ?.open.map(({ answer }) => answer);

  it('is asked about again at those who pinned the former one, and at no others', async () => {
    await bringIn();
    await has('Portal', 'cer');
    await has('Device', 'spki');
    await desk.custodian.confirmConsumer({ tenant, kid, answer: 'has' });
    await desk.custodian.confirmConsumers({ tenant, kid });
    expect([openFor('Portal'), openFor('Device')]).toEqual([[], []]);
    desk.advance(1000);
    await desk.custodian.reissueCertificate({ tenant, kid, days: 90, usage: 'signature', dnsNames: [], purposes: [] });
    expect([openFor('Portal'), openFor('Device')]).toEqual([['has'], []]);
    expect(shown().rings[0]?.clocks[kid]?.readyToSign.waitsFor).toEqual(['Portal']);
    desk.advance(1000);
    await desk.custodian.confirmConsumer({ tenant, kid, consumer: 'Portal', answer: 'has' });
    expect(openFor('Portal')).toEqual([]);
  });
});
