// Why a release document or a package is refused. Completes “cannot be used: …”.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { UpdateProblems } from '../../../problems/update.ts';

const words: CodedWords<UpdateProblems> = {
  'too-large': ({ most }) => `the document is larger than ${most} bytes`,
  'not-signed': 'the document has no signature in the form of signify',
  'other-key': 'the document is signed by a key that this program does not know',
  'signature-wrong': 'the signature of the document does not hold, so it was altered',
  malformed: 'it is signed, but says something that this version does not understand',
  'other-channel': ({ channel, wanted }) => `it is of the channel “${channel}”, not “${wanted}”`,
  'issued-later': ({ at }) => `it was issued at ${at}, which is yet to come; one of the two clocks is wrong`,
  expired: ({ at }) => `the document expired at ${at}; somebody may be keeping newer ones from you`,
  replayed: ({ issued, newest }) => `it was issued at ${issued}, and one of ${newest} was seen here before`,
  'not-newer': ({ version, installed }) => `version ${version} is not newer than the one that runs, ${installed}`,
  'not-named': ({ file }) => `the document does not name ${file}; keep the name that the package was published by`,
  'other-size': ({ file, bytes, named }) => `${file} has ${bytes} bytes, and the document says ${named}`,
  'other-content': ({ file }) => `the content of ${file} is not the one that was published`,
};

export const updateProblem = told(words);
