// What the registered claims and header members of a token mean (RFC 7519 §4.1, RFC 7515 §4.1, OpenID Connect Core).
const claim: Readonly<Record<string, string>> = {
  iss: 'issuer',
  sub: 'subject',
  aud: 'audience',
  exp: 'expires',
  nbf: 'not valid before',
  iat: 'issued',
  jti: 'id of the token',
  azp: 'application it was issued to',
  scope: 'scopes',
  nonce: 'nonce of the sign-in',
  auth_time: 'signed in',
  updated_at: 'profile updated',
  sid: 'session',
  client_id: 'client',
};

const header: Readonly<Record<string, string>> = {
  alg: 'algorithm',
  kid: 'key id',
  typ: 'type',
  cty: 'content type',
  jku: 'address of a key set',
  jwk: 'a key',
  x5u: 'address of a certificate',
  x5c: 'certificates',
  x5t: 'SHA-1 of a certificate',
  'x5t#S256': 'SHA-256 of a certificate',
  crit: 'extensions that must be understood',
};

export const claims = { claim, header };
