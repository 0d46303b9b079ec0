// Public keys of anybody's file in one of our formats, proven like everything that we write.
import { isSetFormat, neededFor, type ExportFormat } from '../../shared/domain/formats.ts';
import { CustodianError } from '../../shared/errors.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';
import { publicMembers } from '../encoding/public-parts.ts';
import type { PublicHalf } from '../ports/formats.ts';
import type {
  BareFormat,
  BareKeyRecord,
  BareSetFormat,
  CertificateSetFormat,
  KeyFormat,
  PublicKeyRecord,
} from './format.ts';
import { certificateMembers } from './public-jwk.ts';

export interface Writers {
  bare: Partial<Record<ExportFormat, BareFormat>>;
  bareSets: Partial<Record<ExportFormat, BareSetFormat>>;
  certified: Partial<Record<ExportFormat, KeyFormat>>;
  certifiedSets: Partial<Record<ExportFormat, CertificateSetFormat>>;
}

export interface Written {
  text: boolean;
  bytes: Uint8Array;
  holds: (file: Uint8Array) => boolean;
}

/** Throws KEY_UNSUPPORTED for a kind of key that the format has no place for, INPUT_INVALID where there is no certificate. */
export function converted(format: ExportFormat, halves: readonly PublicHalf[], writers: Writers): Written {
  const [bare, bareSet] = [writers.bare[format], writers.bareSets[format]];
  const [one, set] = [writers.certified[format], writers.certifiedSets[format]];
  const bares = neededFor(format) === 'key' ? halves.map(bareRecord) : [];
  const certified = neededFor(format) === 'certificate' ? halves.flatMap((half) => certifiedRecords(half, format)) : [];
  const [firstBare, firstCertified] = [bares[0], certified[0]];
  if (bareSet !== undefined) {
    return { ...bareSet, bytes: bareSet.encodeSet(bares), holds: (file) => bareSet.holdsSet(file, bares) };
  }
  if (bare !== undefined && firstBare !== undefined) {
    return { ...bare, bytes: bare.encode(firstBare), holds: (file) => bare.holds(file, firstBare) };
  }
  if (set !== undefined && firstCertified !== undefined) {
    return { ...set, bytes: set.encodeSet(certified), holds: (file) => set.holdsSet(file, certified) };
  }
  if (one !== undefined && firstCertified !== undefined) {
    return { ...one, bytes: one.encode(firstCertified), holds: (file) => one.holds(file, firstCertified) };
  }
  throw new CustodianError('INPUT_INVALID', { field: 'file', problem: { code: 'no-certificate' } });
}

/** A set holds every certificate; of one key the first is taken, with its issuers. */
const certifiedRecords = (half: PublicHalf, format: ExportFormat): PublicKeyRecord[] =>
  half.certificates
    .slice(0, isSetFormat(format) ? undefined : 1)
    .map((certificate, at) => ({ ...bareRecord(half), certificate, chain: at === 0 ? half.chain : [] }));

function bareRecord({ spki, kid, alg, use, certificates, chain }: PublicHalf): BareKeyRecord {
  const members = publicMembers(spki);
  const [certificate] = certificates;
  return {
    spki,
    jwk: {
      ...members,
      kid: kid ?? jwkThumbprint(members),
      ...(use === null ? {} : { use }),
      ...(alg === null ? {} : { alg }),
      ...(certificate === undefined ? {} : certificateMembers(certificate, chain)),
    },
  };
}
