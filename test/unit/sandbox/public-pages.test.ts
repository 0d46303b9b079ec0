import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { certificatePem, fingerprint, pkcs7Pem, thumbprint } from '../../../main/sandbox/certificate-forms.ts';
import { CUSTOM_DOMAIN, DOMAIN, keysOf, makeOwnKey, openSandbox, sandboxFolder } from './open-sandbox.ts';

const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });

describe('GET /.well-known/jwks.json', () => {
  it('has the headers and the members of the real one', async () => {
    const { ask } = await openSandbox();
    const reply = await ask('GET', `/${DOMAIN}/.well-known/jwks.json`);
    const { headers, status } = reply;
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=15, stale-while-revalidate=15, stale-if-error=86400',
      'access-control-allow-origin': '*',
      'x-ratelimit-limit': '1000',
    });
    expect(headers['x-ratelimit-remaining']).toMatch(/^\d+$/);
    expect(headers['x-ratelimit-reset']).toMatch(/^\d{10}$/);
    const [first] = keysOf(reply);
    expect(Object.keys(first ?? {})).toEqual(['alg', 'kty', 'use', 'n', 'e', 'kid', 'x5t', 'x5c']);
    const der = Buffer.from(String(first?.['x5c']), 'base64');
    expect(first?.['x5t']).toBe(createHash('sha1').update(der).digest('base64url'));
    await expect(importJWK(first ?? {}, 'RS256')).resolves.toBeDefined();
  });
});

describe('GET /.well-known/openid-configuration', () => {
  it('names the issuer of the domain asked, and the JWKS where it can be fetched', async () => {
    const { ask, url } = await openSandbox();
    for (const domain of [DOMAIN, CUSTOM_DOMAIN]) {
      const { json } = await ask('GET', `/${domain}/.well-known/openid-configuration`);
      expect(json).toMatchObject({ issuer: `https://${domain}/`, jwks_uri: `${url}/${domain}/.well-known/jwks.json` });
    }
  });
});

describe('the pages of the current certificate', () => {
  it('agree with the Management API', async () => {
    const { ask, manage } = await openSandbox();
    const page = async (name: string): Promise<string> => (await ask('GET', `/${DOMAIN}/${name}`)).text;
    const { list } = await manage('GET', '/keys/signing');
    const current = list.find((key) => 'current' in key);
    for (const name of ['cer', 'pem', 'rawpem', 'pem?cert=other']) {
      expect(await page(name)).toBe(current?.['cert']);
    }
    expect(await page('pb7')).toBe(current?.['pkcs7']);
    expect(await page('fingerprint')).toBe(current?.['fingerprint']);
  });

  it('have the content types of the settings', async () => {
    const { ask } = await openSandbox();
    expect((await ask('GET', `/${DOMAIN}/cer`)).headers['content-type']).toBe('application/pkix-cert');
    expect((await ask('GET', `/${DOMAIN}/rawpem`)).headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});

describe('the forms of a certificate', () => {
  it('are those of openssl', async () => {
    const der = Buffer.from(await makeOwnKey());
    const pem = certificatePem(der);
    const file = path.join(sandboxFolder(), 'certificate.pem');
    writeFileSync(file, pem);
    expect(new X509Certificate(pem).raw.equals(der)).toBe(true);
    const pkcs7 = pkcs7Pem(der);
    expect(pkcs7).toMatch(/^-----BEGIN PKCS7-----\r\n([A-Za-z0-9+/=]{1,64}\r\n)+-----END PKCS7-----\r\n$/);
    const body = Buffer.from(pkcs7.replace(/-----[^-]+-----|\r\n/g, ''), 'base64');
    const theirs = openssl('crl2pkcs7', '-nocrl', '-certfile', file, '-outform', 'DER');
    expect(body.equals(theirs)).toBe(true);
    const shown = openssl('x509', '-noout', '-fingerprint', '-sha1', '-in', file).toString('utf8').trim().split('=')[1];
    expect(fingerprint(der)).toBe(shown);
    expect(thumbprint(der)).toBe(shown?.replaceAll(':', ''));
  });
});
