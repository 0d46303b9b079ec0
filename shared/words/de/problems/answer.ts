// Why an answer cannot be understood, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { AnswerProblems } from '../../../problems/answer.ts';

const words: CodedWords<AnswerProblems> = {
  redirect: ({ to }) => (to === null ? 'sie ist eine Weiterleitung' : `sie ist eine Weiterleitung nach ${to}`),
  'not-http': 'sie ist kein HTTP, oder ihr Kopf ist beschädigt oder zu lang',
  'not-json': 'sie ist kein JSON',
  'not-jwks': 'sie ist kein JWK-Satz',
  'not-keys': 'sie ist kein Schlüsselsatz',
  'not-signing-keys': 'sie ist keine Liste von Signaturschlüsseln',
  'not-domains': 'sie ist keine Liste eigener Domains',
  'metadata-unreadable': 'die Metadaten des Ausstellers sind nicht lesbar',
  'not-oauth': 'die Token-Antwort ist nicht, wie OAuth sie vorsieht',
  'too-large': ({ most }) => `sie hat mehr als ${most} Bytes`,
  'key-without-certificate': 'einem Signaturschlüssel in der Liste fehlt das Zertifikat',
  'key-without-state': 'einem Signaturschlüssel in der Liste fehlt der Zustand',
};

export const answerProblem = told(words);
