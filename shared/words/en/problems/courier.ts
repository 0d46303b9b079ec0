// Why a bundle or a receipt is refused. Completes “cannot be used: …”.
import { FINDING_WORDS } from '../publishing.ts';
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { CourierFlaws } from '../../../problems/courier.ts';
import { inputProblem } from './input.ts';

const words: CodedWords<CourierFlaws> = {
  'not-signed-document': 'it is no signed document of Key Custodian',
  'no-bundle': 'it is no bundle',
  'no-receipt': 'it is no receipt',
  'signature-wrong': 'its signature does not hold, so it was altered',
  'not-canonical': 'it is not in canonical form',
  member: ({ member, problem }) => `${member ?? 'it'} ${inputProblem(problem)}`,
  'made-in-future': ({ at }) => `it was made at ${at}, which is yet to come; one of the two clocks is wrong`,
  finding: ({ kid, finding }) => `${kid} ${FINDING_WORDS[finding]}`,
  'too-many-keys': 'the tenant holds more than 100 keys, which no receipt can list',
  unknown: 'it is neither a bundle nor the texts of its QR codes',
  'codes-of-several': 'its QR codes belong to more than one bundle',
  'codes-missing': ({ of, missing }) => `of its ${of} QR codes these are missing: ${missing.join(', ')}`,
  'codes-misread': 'its QR codes were not read exactly',
  'not-made-here': ({ tenant }) => `no such bundle of “${tenant}” was made here`,
  'receipt-already': 'its bundle has a receipt already',
  'other-content': 'it is for a bundle with another content',
  'published-since': 'the set was published in another way since the bundle was made',
  'impossible-time': ({ at }) => `it says ${at}, which cannot be; one of the two clocks is wrong`,
  'after-expiry': ({ at }) => `it says ${at}, when its bundle had expired`,
  'other-set': 'the set that it lists is not that of the bundle',
};

export const courierFlaw = told(words);
