// The two public documents of an issuer that have a fixed place (OpenID Connect Discovery 1.0 §4; RFC 8615 for the folder).

export const JWKS_PATH = '/.well-known/jwks.json';
export const METADATA_PATH = '/.well-known/openid-configuration';
