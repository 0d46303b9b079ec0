// German words for what each step of a proof found.
import { proofFactIn, proofStepIn, type ProofFactWords } from '../proof.ts';
import { error } from './errors.ts';

/** By the codes of the library that verifies; others keep its English words. */
const NOT_ACCEPTED: Readonly<Record<string, string>> = {
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'die Signatur passt nicht zum veröffentlichten Schlüssel',
  ERR_JWKS_NO_MATCHING_KEY: 'im Schlüsselsatz passt kein Schlüssel zum Token',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'im Schlüsselsatz passen mehrere Schlüssel zum Token',
  ERR_JWKS_INVALID: 'der Schlüsselsatz ist ungültig',
  ERR_JWK_INVALID: 'der veröffentlichte Schlüssel ist ungültig',
  ERR_JWT_EXPIRED: 'das Token ist abgelaufen',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'eine Angabe im Token ist nicht die erwartete',
  ERR_JWT_INVALID: 'das Token ist ungültig',
  ERR_JWS_INVALID: 'das Token ist ungültig',
  ERR_JOSE_ALG_NOT_ALLOWED: 'der Algorithmus des Tokens ist nicht der erwartete',
  ERR_JOSE_NOT_SUPPORTED: 'der veröffentlichte Schlüssel ist von einer Art, die nicht gelesen werden kann',
};

const facts: ProofFactWords = {
  fetched: ({ keys, url }) => `${keys} Schlüssel von ${url}`,
  listed: ({ kid }) => kid,
  'not-listed': ({ kid }) => `${kid} ist nicht aufgeführt`,
  'listed-often': ({ kid, times }) => `${kid} ist ${times}-mal aufgeführt`,
  'private-half': ({ kids, url }) =>
    `${url} zeigt die PRIVATE Hälfte von ${kids.join(', ') || 'einem Schlüssel'}: wer das liest, kann signieren; kein Nachweis ist dann etwas wert`,
  signed: ({ kid, alg }) => `${alg} mit ${kid}`,
  'signed-otherwise': ({ kid, alg }) => `das Token nennt ${kid ?? 'keine kid'} und ${alg ?? 'keinen Algorithmus'}`,
  accepted: ({ issuer }) => `angenommen für ${issuer}`,
  'not-accepted': ({ reason, words }) => NOT_ACCEPTED[reason] ?? words,
  discovered: ({ issuer }) => `${issuer}, dessen Metadaten zu diesem Schlüsselsatz führen`,
  'no-metadata': () =>
    'der Aussteller hat keine Metadaten; den Prüfern muss die Adresse des Schlüsselsatzes angegeben werden',
  'other-issuer': ({ named, expected }) => `die Metadaten nennen den Aussteller ${named}, die Token nennen ${expected}`,
  'other-key-set': ({ url }) => `die Metadaten führen zu einem anderen Schlüsselsatz: ${url}`,
  'canonical-unread': ({ url }) => `${url} war nicht lesbar; der Schlüssel muss dort auch nicht stehen`,
  'canonical-lists': ({ url }) => `${url} führt ihn ebenfalls auf`,
  'canonical-lists-not': ({ url }) =>
    `${url} führt ihn nicht auf, wie üblich: Prüfer, die diese Adresse lesen, sehen diesen Schlüssel nie`,
  refused: ({ error: refusal }) => error(refusal).message,
};

export const proofStep = proofStepIn(proofFactIn(facts));
