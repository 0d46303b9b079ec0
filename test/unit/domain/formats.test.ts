// What a public format holds, needs and is called.
import { expect, it } from 'vitest';
import {
  CONVERT_FORMATS,
  endingOf,
  EXPORT_FORMATS,
  EXPORT_PROFILES,
  hasProfiles,
  holdsCertificate,
  isSetFormat,
  neededFor,
  SET_FORMATS,
} from '../../../shared/domain/formats.ts';

const BARE = ['spki', 'spki-der', 'pin', 'ssh'];

it('files end as other programs expect, in the order of lists', () => {
  expect(EXPORT_FORMATS.map((format) => `${format}: ${endingOf(format)}`)).toEqual([
    'pem: pem',
    'cer: cer',
    'raw-pem: raw.pem',
    'base64: b64',
    'p7b: p7b',
    'pb7: pb7',
    'fingerprint: fingerprint.txt',
    'jwk: jwk.json',
    'jwks: jwks.json',
    'spki: spki.pem',
    'spki-der: spki.der',
    'pin: pin.txt',
    'ssh: pub',
    'saml: saml.xml',
    'pem-bundle: bundle.pem',
    'p7b-bundle: bundle.p7b',
    'json: inventory.json',
    'csv: inventory.csv',
  ]);
});

it('some hold many keys', () => {
  expect(SET_FORMATS).toEqual(['jwks', 'pem-bundle', 'p7b-bundle', 'json', 'csv']);
  expect(EXPORT_FORMATS.filter(isSetFormat)).toEqual(SET_FORMATS);
});

it('the bare key says nothing of a certificate, all others do', () => {
  expect(EXPORT_FORMATS.filter((format) => !holdsCertificate(format))).toEqual(BARE);
});

it('some have a page of the tenant’s own', () => {
  expect(EXPORT_FORMATS.filter(hasProfiles)).toEqual(['pem', 'cer', 'raw-pem', 'pb7', 'fingerprint']);
  expect(EXPORT_PROFILES).toEqual(['standard', 'auth0']);
});

it('most need a certificate, a few the key alone, an inventory what custody knows', () => {
  const needing = (needs: string) => EXPORT_FORMATS.filter((format) => neededFor(format) === needs);
  expect(needing('key')).toEqual(['jwk', 'jwks', ...BARE]);
  expect(needing('custody')).toEqual(['json', 'csv']);
  expect(CONVERT_FORMATS).toEqual(EXPORT_FORMATS.filter((format) => format !== 'json' && format !== 'csv'));
  expect(needing('certificate')).toHaveLength(10);
});
