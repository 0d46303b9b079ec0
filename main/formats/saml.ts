// The certificate as SAML metadata wants it: one KeyDescriptor for signing (SAML 2.0 Metadata §2.4.1.1) that can be
// pasted into an EntityDescriptor as it is, because it brings its namespaces along.
import { X509Certificate } from 'node:crypto';
import { asText, type KeyFormat, sameBytes, utf8 } from './format.ts';

export const saml: KeyFormat = {
  text: true,
  encode: ({ certificate }) =>
    utf8(
      [
        '<md:KeyDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" use="signing">',
        '  <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
        '    <ds:X509Data>',
        `      <ds:X509Certificate>${Buffer.from(certificate).toString('base64')}</ds:X509Certificate>`,
        '    </ds:X509Data>',
        '  </ds:KeyInfo>',
        '</md:KeyDescriptor>',
        '',
      ].join('\n'),
    ),
  holds: (file, { certificate }) => {
    const body = />([A-Za-z0-9+/=]+)<\/ds:X509Certificate>/.exec(asText(file))?.[1] ?? '';
    return sameBytes(new X509Certificate(Buffer.from(body, 'base64')).raw, certificate);
  },
};
