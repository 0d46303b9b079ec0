// How public keys are written into files.
import type { CertificateFacts } from '../../shared/domain/key-ring/certificates.ts';
import type { ExportFormat, ExportProfile } from '../../shared/domain/formats.ts';
import type { DraftedReport } from '../../shared/domain/evidence/report.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { WrittenName } from '../../shared/domain/algorithms.ts';
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

/** What records and screens need of formats, at hand; and who writes files. */
export interface Formats {
  certificateFacts(certificateDer: Uint8Array): CertificateFacts;
  /** The public JWK with its certificate members; of a DER SubjectPublicKeyInfo and its DER certificate. */
  publicJwk(spki: Uint8Array, certificate: Uint8Array, alg: WrittenName, kid: string): PublicJwk;
  /** DER SubjectPublicKeyInfo, from the record, so that the key store need not be asked. */
  spkiOf(key: SigningKey): Uint8Array;
  /** Loaded with its libraries when it is first asked for. */
  writer(): Promise<FormatWriter>;
}

export interface FormatWriter {
  /** The formats of many keys take all of them; every other format takes exactly one. Throws INPUT_INVALID for a profile that has no such format. */
  write(format: ExportFormat, keys: readonly SigningKey[], baseName: string, options?: WriteOptions): FormattedFile;
  /** Numbered QR codes on one sheet (SVG), one for each text; upper-case letters and digits take the least room. */
  qrSheet(title: string, texts: readonly string[]): Uint8Array;
  /** HTML that stands alone, for screen and paper. */
  evidencePage(draft: DraftedReport, words: EvidenceWords): Uint8Array;
}
