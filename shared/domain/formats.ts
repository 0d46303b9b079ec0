// What is known of each public format: one row each, in the order in which the window and the help list them. How a format
// is written is in main/formats.

interface FormatTraits {
  /** What stands behind the first dot of the name of its file. */
  ending: string;
  /** Many keys: of a whole tenant, or of one ring when it is named. Else exactly one. */
  many: boolean;
  /** Whether the tenants have a page of their own for it, whose bytes the `auth0` profile writes. */
  auth0: boolean;
  /** Whether it says anything of the certificate: who holds such a file holds another one after a reissue. */
  certificate: boolean;
  /** What there must be to write it: the bare key, a certificate of it, or what custody alone knows. */
  needs: 'key' | 'certificate' | 'custody';
}

type Needs = FormatTraits['needs'];

const one = (ending: string, needs: Needs = 'certificate') =>
  ({ ending, many: false, auth0: false, certificate: true, needs }) as const satisfies FormatTraits;
const paged = (ending: string) =>
  ({ ending, many: false, auth0: true, certificate: true, needs: 'certificate' }) as const satisfies FormatTraits;
const bare = (ending: string) =>
  ({ ending, many: false, auth0: false, certificate: false, needs: 'key' }) as const satisfies FormatTraits;
const set = (ending: string, needs: Needs = 'certificate') =>
  ({ ending, many: true, auth0: false, certificate: true, needs }) as const satisfies FormatTraits;

const TRAITS = {
  pem: paged('pem'),
  cer: paged('cer'),
  'raw-pem': paged('raw.pem'),
  base64: one('b64'),
  p7b: one('p7b'),
  pb7: paged('pb7'),
  fingerprint: paged('fingerprint.txt'),
  jwk: one('jwk.json', 'key'),
  jwks: set('jwks.json', 'key'),
  spki: bare('spki.pem'),
  'spki-der': bare('spki.der'),
  pin: bare('pin.txt'),
  ssh: bare('pub'),
  saml: one('saml.xml'),
  'pem-bundle': set('bundle.pem'),
  'p7b-bundle': set('bundle.p7b'),
  json: set('inventory.json', 'custody'),
  csv: set('inventory.csv', 'custody'),
} as const satisfies Record<string, FormatTraits>;

type Traits = typeof TRAITS;
export type ExportFormat = keyof Traits;
export type SetFormat = { [F in ExportFormat]: Traits[F]['many'] extends true ? F : never }[ExportFormat];
export type PagedFormat = { [F in ExportFormat]: Traits[F]['auth0'] extends true ? F : never }[ExportFormat];

const isFormat = (name: string): name is ExportFormat => Object.hasOwn(TRAITS, name);

export const EXPORT_FORMATS = Object.keys(TRAITS).filter(isFormat);
export const isSetFormat = (format: ExportFormat): format is SetFormat => TRAITS[format].many;
export const SET_FORMATS = EXPORT_FORMATS.filter(isSetFormat);
export const holdsCertificate = (format: ExportFormat): boolean => TRAITS[format].certificate;
export const neededFor = (format: ExportFormat): FormatTraits['needs'] => TRAITS[format].needs;
/** From a file of anybody's, without custody. */
export const CONVERT_FORMATS = EXPORT_FORMATS.filter((format) => neededFor(format) !== 'custody');
export const endingOf = (format: ExportFormat): string => TRAITS[format].ending;

/** `auth0`: the very bytes of the tenant's own pages, which differ from what other tools call by the same name. */
export const EXPORT_PROFILES = ['standard', 'auth0'] as const;
export type ExportProfile = (typeof EXPORT_PROFILES)[number];

/** Whether there is more than the standard profile. */
export const hasProfiles = (format: ExportFormat): format is PagedFormat => TRAITS[format].auth0;
