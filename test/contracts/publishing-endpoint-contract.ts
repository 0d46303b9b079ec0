// What every PublishingEndpoint must do. Run on the Management endpoint over the sandbox, and on a plain JWK set at a URL.
import { getEventListeners } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PublishingEndpoint } from '../../main/ports/tenants.ts';
import { canonicalJson } from '../../shared/encoding/canonical-json.ts';

const RSA = {
  kty: 'RSA',
  kid: 'a',
  use: 'sig',
  alg: 'RS256',
  n: 'sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri',
  e: 'AQAB',
};
const EC = { kty: 'EC', kid: 'b', crv: 'P-256', x: 'AAAA', y: 'BBBB' };

const OKP = { kty: 'OKP', kid: 'c', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

const bodyOf = (...keys: object[]): string => canonicalJson({ keys });

/** `open` gives an endpoint whose set is empty. The schema of the Management API has no Ed25519 keys. */
export function describePublishingEndpoint(
  title: string,
  open: () => Promise<PublishingEndpoint>,
  { takesEd25519, limited }: { takesEd25519: boolean; /** To ten keys. */ limited: boolean },
): void {
  describe(`PublishingEndpoint: ${title}`, () => {
    let endpoint: PublishingEndpoint;

    beforeEach(async () => {
      endpoint = await open();
    });

    const kids = async (): Promise<(string | null)[]> => (await endpoint.read()).map(({ kid }) => kid);

    it('is empty at first', async () => {
      expect(await endpoint.read()).toEqual([]);
    });

    it('gives back what it was given: order, and every member', async () => {
      await endpoint.replace(bodyOf(EC, RSA));
      expect((await endpoint.read()).map(({ raw }) => raw)).toEqual([EC, RSA]);
    });

    it('tells kid, type, algorithm and thumbprint of each key', async () => {
      await endpoint.replace(bodyOf(RSA, { kty: 'RSA', n: RSA.n, e: RSA.e }));
      const [named, nameless] = await endpoint.read();
      expect(named).toMatchObject({ kid: 'a', kty: 'RSA', alg: 'RS256' });
      expect(nameless).toMatchObject({ kid: null, kty: 'RSA', alg: null });
      expect(named?.thumbprint).toMatch(/^[\w-]{43}$/);
      expect(nameless?.thumbprint).toBe(named?.thumbprint);
    });

    it('replaces the whole set', async () => {
      await endpoint.replace(bodyOf(RSA, EC));
      await endpoint.replace(bodyOf(EC));
      expect(await kids()).toEqual(['b']);
    });

    it('is emptied by null, also when it is empty', async () => {
      await endpoint.replace(bodyOf(RSA));
      await endpoint.replace(null);
      expect(await endpoint.read()).toEqual([]);
      await endpoint.replace(null);
      expect(await endpoint.read()).toEqual([]);
    });

    it.each([
      ['a private member', bodyOf({ ...RSA, d: 'private' })],
      ['an empty set', bodyOf()],
      ...(limited
        ? [['eleven keys', bodyOf(...Array.from({ length: 11 }, (_, index) => ({ ...EC, kid: `k${index}` })))]]
        : []),
      ...(takesEd25519 ? [] : [['an Ed25519 key', bodyOf(OKP)]]),
    ])('refuses %s as a whole', async (_, body) => {
      await endpoint.replace(bodyOf(RSA));
      await expect(endpoint.replace(body)).rejects.toHaveProperty(
        'code',
        expect.stringMatching(/^REMOTE_(REFUSED|INVALID_BODY)$/),
      );
      expect(await kids()).toEqual(['a']);
    });

    it.each(takesEd25519 ? [OKP] : [])('takes an Ed25519 key', async (key) => {
      await endpoint.replace(bodyOf(key));
      expect(await endpoint.read()).toMatchObject([{ kid: 'c', kty: 'OKP', raw: key }]);
    });

    it('leaves nothing on the signal that it was given', async () => {
      const { signal } = new AbortController();
      await endpoint.replace(bodyOf(RSA), signal);
      await endpoint.read(signal);
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    it('does nothing once it is cancelled', async () => {
      const signal = AbortSignal.abort();
      await expect(endpoint.replace(bodyOf(RSA), signal)).rejects.toMatchObject({ code: 'CANCELLED' });
      await expect(endpoint.read(signal)).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(await endpoint.read()).toEqual([]);
    });
  });
}
