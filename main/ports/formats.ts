// How public keys are written into files.
import type { Identity } from '../../shared/domain/find/found.ts';
import type { CertificateFacts } from '../../shared/domain/key-ring/certificates.ts';
import type { ExportFormat, ExportProfile } from '../../shared/domain/formats.ts';
import type { DraftedReport } from '../../shared/domain/evidence/report.ts';
import type { DraftedMinutes, DraftedScript } from '../../shared/domain/ceremony/papers.ts';
import type { CeremonyWords, DialogWords } from '../../shared/words/words.ts';
import type { WrittenName } from '../../shared/domain/algorithms.ts';
import type { BackupHead } from '../../shared/domain/backup/format.ts';
import type { ShareFacts } from '../../shared/domain/backup/shares.ts';
import type { Language } from '../../shared/language.ts';
import type { PublicJwk, SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';

export type EvidenceWords = DialogWords['evidenceReport'];

/** Bytes of one exported file, and the name a person would expect. */
export interface FormattedFile {
  fileName: string;
  text: boolean;
  bytes: Uint8Array;
}

export interface WriteOptions {
  /** `standard` when left out. */
  profile?: ExportProfile | undefined;
  /** By which an inventory names the rings of its keys. */
  rings?: readonly KeyRing[];
}

/** What a holder of a share gets on paper, besides the share itself. */
export interface ShareSheet extends ShareFacts {
  holder: string;
  /** Of the set, for later backups. */
  recipient: string;
  backup: Pick<BackupHead, 'id' | 'madeAt' | 'device' | 'audit'> & { sha256: string };
}

/** What records and screens need of formats, at hand; and who writes files. */
export interface Formats {
  certificateFacts(certificateDer: Uint8Array): CertificateFacts;
  /** The public JWK with its certificate members; of a DER SubjectPublicKeyInfo, its DER certificate and the issuers of that. */
  publicJwk(
    spki: Uint8Array,
    certificate: Uint8Array,
    alg: WrittenName,
    kid: string,
    chain?: readonly Uint8Array[],
  ): PublicJwk;
  /** DER SubjectPublicKeyInfo, from the record, so that the key store need not be asked. */
  spkiOf(key: SigningKey): Uint8Array;
  /** Every digest by which a JWK, and the certificate in it, is known to some tool. Never throws. */
  identitiesOf(jwk: Readonly<Record<string, unknown>>): Identity[];
  /** Loaded with its libraries when it is first asked for. */
  writer(): Promise<FormatWriter>;
}

/** A public key of anybody's, as it was read. */
export interface PublicHalf {
  /** DER SubjectPublicKeyInfo. */
  spki: Uint8Array;
  kid: string | null;
  alg: string | null;
  use: string | null;
  /** DER; the first is followed by `chain`. */
  certificates: readonly Uint8Array[];
  chain: readonly Uint8Array[];
}

export interface FormatWriter {
  /**
   * Keys of anybody's, for formats that need no custody; one key where the format is for one. Throws INPUT_INVALID where a
   * certificate is wanted and there is none, KEY_UNSUPPORTED for a kind of key that the format has no place for.
   */
  convert(format: ExportFormat, keys: readonly PublicHalf[], baseName: string): FormattedFile;
  /** The formats of many keys take all of them; every other format takes exactly one. Throws INPUT_INVALID for a profile that has no such format. */
  write(format: ExportFormat, keys: readonly SigningKey[], baseName: string, options?: WriteOptions): FormattedFile;
  /** Numbered QR codes on one sheet (SVG), one for each text; upper-case letters and digits take the least room. */
  qrSheet(title: string, texts: readonly string[]): Uint8Array;
  /** One QR code (PNG) with the text; `null` where it does not fit into one. */
  qrPicture(text: string): Uint8Array | null;
  /** HTML that stands alone, for screen and paper. */
  evidencePage(draft: DraftedReport, words: EvidenceWords): Uint8Array;
  /** The same, of a ceremony: what is printed beforehand, and what is signed afterwards. */
  ceremonyScript(draft: DraftedScript, words: CeremonyWords): Uint8Array;
  ceremonyMinutes(draft: DraftedMinutes, words: CeremonyWords): Uint8Array;
  /** One page of HTML. What opens stands in it: the caller overwrites the bytes. */
  shareSheet(sheet: ShareSheet, code: string, language: Language): Uint8Array;
}
