import { expect, it } from 'vitest';
import { proxyAddressSchema } from '../../../shared/domain/network.ts';

it('the address of a proxy is its scheme, host and port, written in one way', () => {
  expect(proxyAddressSchema.parse('http://Proxy.Acme.example:3128/')).toBe('http://proxy.acme.example:3128');
  const wrong = ['ftp://proxy', 'http://ann:secret@proxy', 'http://proxy/path', 'http://proxy?x', 'proxy:3128'];
  expect(wrong.filter((address) => proxyAddressSchema.safeParse(address).success)).toEqual([]);
});
