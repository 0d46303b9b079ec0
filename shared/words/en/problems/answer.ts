// Why an answer cannot be understood.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { AnswerProblems } from '../../../problems/answer.ts';

const words: CodedWords<AnswerProblems> = {
  redirect: ({ to }) => (to === null ? 'it answers with a redirect' : `it answers with a redirect to ${to}`),
  'not-http': 'its answer is not HTTP, or its head is damaged or too long',
  'not-json': 'its answer is not JSON',
  'not-jwks': 'its answer is not a JWK set',
  'not-keys': 'its answer is not a set of keys',
  'not-signing-keys': 'its answer is not a list of signing keys',
  'not-domains': 'its answer is not a list of custom domains',
  'metadata-unreadable': 'its issuer metadata cannot be read',
  'not-oauth': 'its token answer is not as OAuth has it',
  'too-large': ({ most }) => `its answer has more than ${most} bytes`,
  'key-without-certificate': 'a signing key in its list has no certificate',
  'key-without-state': 'a signing key in its list has no state',
};

export const answerProblem = told(words);
