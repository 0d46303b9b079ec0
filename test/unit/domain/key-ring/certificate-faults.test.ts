// What speaks against a certificate, read from its octets: each of its parts, on either side of each bound.
import { describe, expect, it } from 'vitest';
import { encodeDer, encodeOid } from '../../../../main/encoding/der.ts';
import { TAG } from '../../../../shared/encoding/der.ts';
import {
  bits,
  type CertificateParts as Made,
  general,
  integer,
  sequence,
  utc,
  writtenCertificate as certificate,
} from '../../../support/written-certificate.ts';
import {
  certificateFaults,
  faultsAround,
  fittest,
  REFUSED_IN_REPLY,
} from '../../../../shared/domain/key-ring/certificate-faults.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';

const TRUE = encodeDer(0x01, Buffer.of(0xff));
const FALSE = encodeDer(0x01, Buffer.of(0));
const DATES = sequence(utc('260101000000Z'), utc('261101000000Z'));
const extension = (oid: string, value: Buffer, ...critical: Buffer[]): Buffer =>
  sequence(encodeOid(oid), ...critical, encodeDer(TAG.octetString, value));

const faults = (made: Made = {}): string[] => certificateFaults(certificate(made), NOW);

it.each<[string, Made, string[]]>([
  ['in order', {}, []],
  ['of version 1', { version: [], signedWith: '1.2.840.113549.1.1.4' }, ['signature-broken-hash']],
  ['that ends now', { until: utc('261122080000Z') }, ['ended']],
  ['that ends in a second', { until: utc('261122080001Z') }, []],
  ['that begins now', { from: utc('261122080000Z') }, []],
  ['that begins in a second', { from: utc('261122080001Z') }, ['not-yet-valid']],
  ['of the last year that two digits write', { until: utc('491231235959Z') }, []],
  ['of the first year that two digits write', { until: utc('500101000000Z') }, ['ended']],
  ['with a time of four digits', { until: general('99991231235959Z') }, []],
  ['that ended by a time of four digits', { until: general('20261122080000Z') }, ['ended']],
  ['signed with MD5', { signedWith: '1.2.840.113549.1.1.4' }, ['signature-broken-hash']],
  ['signed with SHA-1 and RSA', { signedWith: '1.2.840.113549.1.1.5' }, ['signature-weak-hash']],
  ['signed with SHA-1 and ECDSA', { signedWith: '1.2.840.10045.4.1' }, ['signature-weak-hash']],
  ['signed with SHA-256 and ECDSA', { signedWith: '1.2.840.10045.4.3.2' }, []],
])('a certificate %s', (_, made, expected) => {
  expect(faults(made)).toEqual(expected);
});

// RFC 5280 §4.2.1.3: the bits are numbered from the highest.
it.each<[string, Buffer, boolean]>([
  ['digitalSignature', bits(7, 0x80), true],
  ['nonRepudiation', bits(6, 0x40), true],
  ['keyEncipherment', bits(5, 0x20), false],
  ['dataEncipherment', bits(4, 0x10), false],
  ['keyAgreement', bits(3, 0x08), false],
  ['keyCertSign', bits(2, 0x04), true],
  ['cRLSign', bits(1, 0x02), false],
  ['signature and encipherment', bits(5, 0xa0), true],
  ['nothing', bits(0), false],
  ['what cannot be read', integer(0), true],
])('a key usage of %s', (_, usage, signs) => {
  const expected = signs ? [] : ['not-for-signatures'];
  expect(faults({ extensions: [extension(KEY_USAGE, usage)] })).toEqual(expected);
  expect(faults({ extensions: [extension(KEY_USAGE, usage, TRUE)] })).toEqual(expected);
  expect(faults({ extensions: [extension('2.5.29.16', usage)] })).toEqual([]);
});

it.each<[string, Buffer, boolean]>([
  ['an authority', sequence(TRUE), true],
  ['an authority of few below it', sequence(TRUE, integer(1)), true],
  ['none', sequence(), false],
  ['none, as BER says it', sequence(FALSE), false],
  ['a length alone', sequence(integer(1)), false],
  ['what cannot be read', integer(1), false],
])('basic constraints of %s', (_, constraints, isAuthority) => {
  const extensions = [extension(KEY_USAGE, bits(7, 0x80)), extension(BASIC_CONSTRAINTS, constraints, TRUE)];
  expect(faults({ extensions })).toEqual(isAuthority ? ['authority-below'] : []);
  // Our own wrappers are authorities to nobody but themselves.
  expect(faults({ extensions, issuer: 'acme' })).toEqual([]);
});

it('an extension whose value is no octet string says nothing', () => {
  const extensions = [sequence(encodeOid(KEY_USAGE), bits(5, 0x20)), sequence(encodeOid(KEY_USAGE))];
  expect(faults({ extensions })).toEqual([]);
});

it('several are told in the order in which they weigh', () => {
  const extensions = [extension(KEY_USAGE, bits(5, 0x20)), extension(BASIC_CONSTRAINTS, sequence(TRUE))];
  const made = { from: utc('270101000000Z'), until: utc('261122075959Z'), extensions };
  const der = certificate({ ...made, signedWith: '1.2.840.113549.1.1.5' });
  expect(faultsAround({ certificate: der.toString('base64') }, NOW)).toEqual([
    'ended',
    'not-yet-valid',
    'not-for-signatures',
    'authority-below',
    'signature-weak-hash',
  ]);
});

describe('nothing is said of', () => {
  const times = ['2611220800Z', '261122080000', '261122080000+0100', '261322080000Z', ''];

  // Each of its digits is one.
  const text = '261122080000Z';
  const noDigits = Array.from({ length: 12 }, (_, at) => `${text.slice(0, at)}x${text.slice(at + 1)}`);

  it.each([...times, ...noDigits])('a certificate that ends at %j', (wrong) => {
    expect(faults({ until: utc(wrong), signedWith: '1.2.840.113549.1.1.4' })).toEqual([]);
    expect(faults({ from: utc(wrong), signedWith: '1.2.840.113549.1.1.4' })).toEqual([]);
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.of()],
    ['an empty sequence', sequence()],
    ['a number', integer(1)],
    ['a sequence without names', sequence(sequence(integer(1), sequence()), sequence())],
    [
      'a certificate that ends behind its dates',
      sequence(sequence(integer(9), sequence(), sequence(), DATES), sequence()),
    ],
    ['half of a certificate', certificate({ signedWith: '1.2.840.113549.1.1.4' }).subarray(0, 60)],
  ])('%s', (_, der) => {
    expect(certificateFaults(der, NOW)).toEqual([]);
  });
});

describe('of several certificates the fittest', () => {
  const best = (...made: Made[]): number => {
    const all = made.map((one, at) => ({ at, der: certificate(one) }));
    const [found, again] = [fittest(all, NOW)?.at, fittest(all.toReversed(), NOW)?.at];
    expect(again).toBe(found);
    return found ?? -1;
  };
  const md5 = { signedWith: '1.2.840.113549.1.1.4' };
  const sha1 = { signedWith: '1.2.840.113549.1.1.5' };
  const ended = { until: utc('261122080000Z') };

  it('is the one with the least against it, by the worst of each', () => {
    expect([best(md5, sha1), best(sha1, {}), best(ended, md5), best({ ...ended, ...sha1 }, md5)]).toEqual([1, 1, 1, 1]);
  });

  it('among equals ends last', () => {
    expect(best({ until: utc('300101000000Z') }, {}, { until: utc('310101000000Z') })).toBe(1);
    expect(best({ ...sha1, until: general('20600101000000Z') }, {})).toBe(1);
  });

  it('is none of none', () => {
    expect(fittest([], NOW)).toBe(undefined);
  });
});

it('an authority is sent away with a certificate that serves nobody, and with no other', () => {
  expect(REFUSED_IN_REPLY).toEqual(['ended', 'not-yet-valid', 'signature-broken-hash']);
});
