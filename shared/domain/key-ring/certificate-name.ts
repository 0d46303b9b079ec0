// What a certificate is called in a sentence. Its subject may be empty (RFC 5280 §4.1.2.6): certificates of machines carry
// their names as alternative ones, and some carry none.
interface Named {
  /** node:crypto leaves it out when it is empty, whatever its types say. */
  subject: string | undefined;
  subjectAltName?: string | null | undefined;
  fingerprint256: string;
}

/** `CN=acme.example, O=Acme`; else the alternative names; else the fingerprint. */
export function certificateName({ subject, subjectAltName, fingerprint256 }: Named): string {
  return subjectLine(subject) ?? (subjectAltName || `SHA-256 ${fingerprint256}`);
}

/** On one line; `null` when it is empty. */
const subjectLine = (subject: string | undefined): string | null => (subject ? subject.split('\n').join(', ') : null);
