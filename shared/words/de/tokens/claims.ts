import type { en } from '../../en/page.ts';

export const claims: typeof en.claims = {
  claim: {
    iss: 'Aussteller',
    sub: 'Subjekt',
    aud: 'Zielgruppe',
    exp: 'läuft ab',
    nbf: 'nicht gültig vor',
    iat: 'ausgestellt',
    jti: 'Kennung des Tokens',
    azp: 'Anwendung, für die es ausgestellt wurde',
    scope: 'Berechtigungen',
    nonce: 'Nonce der Anmeldung',
    auth_time: 'angemeldet',
    updated_at: 'Profil geändert',
    sid: 'Sitzung',
    client_id: 'Client',
  },
  header: {
    alg: 'Algorithmus',
    kid: 'Schlüsselkennung',
    typ: 'Typ',
    cty: 'Inhaltstyp',
    jku: 'Adresse eines Schlüsselsatzes',
    jwk: 'ein Schlüssel',
    x5u: 'Adresse eines Zertifikats',
    x5c: 'Zertifikate',
    x5t: 'SHA-1 eines Zertifikats',
    'x5t#S256': 'SHA-256 eines Zertifikats',
    crit: 'Erweiterungen, die verstanden werden müssen',
  },
};
