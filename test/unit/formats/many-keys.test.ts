// Formats of many keys, the profile of the tenant's own pages, and the thumbprint of RFC 7638.
import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificateSpki } from '../../../main/formats/spki.ts';
import { csvInventory } from '../../../main/formats/inventory.ts';
import { jwkThumbprint, thumbprintUri } from '../../../shared/encoding/thumbprint.ts';
import { createFormatWriter } from '../../../main/formats/write.ts';
import { certificatePem, fingerprint, pkcs7Pem } from '../../../main/sandbox/certificate-forms.ts';
import { EXPORT_FORMATS } from '../../../shared/domain/formats.ts';
import type { PublicJwk, SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { makeKey } from '../../runtime/made-key.ts';

const formats = createFormatWriter();
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
let keys: SigningKey[] = [];
beforeAll(async () => {
  const made = await Promise.all((['RS256', 'ES256', 'Ed25519'] as const).map((alg) => makeKey(alg)));
  keys = made.map(({ key }) => key);
});

describe('sets', () => {
  test('a PEM bundle is certificate after certificate, in the order given', () => {
    const text = textOf(formats.write('pem-bundle', keys, 'acme').bytes);
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g) ?? [];
    expect(blocks.join('')).toBe(text);
    expect(blocks.map((block) => new X509Certificate(block).raw.toString('base64'))).toEqual(
      keys.map((key) => key.certificate),
    );
  });

  test('the inventory names ring, state, dates and fingerprints of every key', () => {
    const ring = {
      id: 'ring',
      tenantId: 't',
      name: 'web',
      alg: 'RS256',
      bits: 2048,
      writtenAs: null,
      brought: false,
      createdAt: '',
      retirement: null,
    } as const;
    const [first, ...others] = keys.map((key) => ({
      ...key,
      provenance: { kind: 'imported', source: 'a "b", c' } as const,
    }));
    const revoked: SigningKey[] =
      first === undefined
        ? []
        : [
            {
              ...first,
              state: 'revoked',
              revokedAt: '2026-11-22T08:00:00.000Z',
              revocation: { reason: '=1+1', compromised: true, compromisedSince: null },
            },
          ];
    const listed = [...revoked, ...others];
    const { keys: rows } = JSON.parse(textOf(formats.write('json', listed, 'acme', { rings: [ring] }).bytes)) as {
      keys: Record<string, unknown>[];
    };
    expect(rows.map(({ kid, ring: name }) => [kid, name])).toEqual(keys.map(({ kid }) => [kid, 'web']));
    expect(rows[0]).toMatchObject({ state: 'revoked', compromised: true, thumbprint: keys[0]?.kid, exportable: true });
    const csv = textOf(formats.write('csv', listed, 'acme', { rings: [ring] }).bytes);
    expect(csv.split('\r\n')).toHaveLength(listed.length + 2);
    expect(csv).toContain(`'=1+1`);
    expect(csv).toContain('"a ""b"", c"');
  });

  test('a CSV with a changed fingerprint or a missing line is noticed', () => {
    const [key] = keys;
    const records =
      key === undefined
        ? []
        : [
            {
              key,
              ring: 'web',
              certificate: Buffer.from(key.certificate, 'base64'),
              chain: [],
              spki: certificateSpki(Buffer.from(key.certificate, 'base64')),
              jwk: key.jwk,
            },
          ];
    const file = textOf(csvInventory.encodeSet(records));
    expect(csvInventory.holdsSet(Buffer.from(file), records)).toBe(true);
    const digit = /[0-9A-F]{2}(?=(:[0-9A-F]{2}){31})/.exec(file)?.[0] ?? '';
    const changed = file.replace(`${digit}:`, digit === '00' ? '01:' : '00:');
    expect(csvInventory.holdsSet(Buffer.from(changed.replaceAll(/(?<=,)[0-9A-F:]{95}(?=,)/g, 'x')), records)).toBe(
      false,
    );
    expect(csvInventory.holdsSet(Buffer.from(file.split('\r\n')[0] ?? ''), records)).toBe(false);
  });
});

describe('the profile auth0', () => {
  test('gives the bytes of the tenant’s own pages', () => {
    for (const key of keys) {
      const der = Buffer.from(key.certificate, 'base64');
      const page = (format: 'pem' | 'cer' | 'raw-pem' | 'pb7' | 'fingerprint'): string =>
        textOf(formats.write(format, [key], 'acme', { profile: 'auth0' }).bytes);
      for (const format of ['pem', 'cer', 'raw-pem'] as const) {
        expect(page(format)).toBe(certificatePem(der));
      }
      expect(page('pb7')).toBe(pkcs7Pem(der));
      expect(page('fingerprint')).toBe(fingerprint(der));
      expect(page('fingerprint')).toBe(new X509Certificate(der).fingerprint);
    }
  });

  test('refuses what the tenant has no page for', () => {
    const others = EXPORT_FORMATS.filter((format) => !['pem', 'cer', 'raw-pem', 'pb7', 'fingerprint'].includes(format));
    for (const format of others) {
      expect(() => formats.write(format, keys.slice(0, 1), 'acme', { profile: 'auth0' })).toThrow(
        expect.objectContaining({ code: 'INPUT_INVALID' }),
      );
    }
  });
});

test('the thumbprint is that of the example in RFC 7638 §3.1, its URI that of RFC 9278', () => {
  const n =
    '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
  const jwk = { kty: 'RSA', n, e: 'AQAB', alg: 'RS256', kid: '2011-04-29' } as unknown as PublicJwk;
  expect(jwkThumbprint(jwk)).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  expect(thumbprintUri(jwk)).toBe(
    'urn:ietf:params:oauth:jwk-thumbprint:sha-256:NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  );
});
