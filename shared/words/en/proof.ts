// What each step of a proof found.
import { proofFactIn, type ProofFactWords } from '../proof.ts';
import { sentenceFor } from './errors.ts';

const WORDS: ProofFactWords = {
  fetched: ({ keys, url }) => `${keys} keys from ${url}`,
  listed: ({ kid }) => kid,
  'not-listed': ({ kid }) => `${kid} is not listed`,
  'listed-often': ({ kid, times }) => `${kid} is listed ${times} times`,
  'private-half': ({ kids, url }) =>
    `${url} shows the PRIVATE key of ${kids.join(', ') || 'a key'}: whoever reads it can sign, so no proof is worth anything`,
  signed: ({ kid, alg }) => `${alg} by ${kid}`,
  'signed-otherwise': ({ kid, alg }) => `the token names ${kid ?? 'no kid'} and ${alg ?? 'no algorithm'}`,
  accepted: ({ issuer }) => `accepted for ${issuer}`,
  'not-accepted': ({ words }) => words,
  discovered: ({ issuer }) => `${issuer}, whose metadata leads to this key set`,
  'no-metadata': () => 'the issuer has no metadata; verifiers must be given the address of the key set',
  'other-issuer': ({ named, expected }) => `the metadata names the issuer ${named}, the tokens name ${expected}`,
  'other-key-set': ({ url }) => `the metadata leads to another key set: ${url}`,
  'canonical-unread': ({ url }) => `${url} could not be read; it need not show the key`,
  'canonical-lists': ({ url }) => `${url} lists it too`,
  'canonical-lists-not': ({ url }) =>
    `${url} does not list it, as is usual: verifiers that read that address never see this key`,
  refused: ({ error }) => sentenceFor(error).message,
};

export const proofFactWords = proofFactIn(WORDS);
