// Error codes -> what happened, and what to do, in English. The window and the command line both use these words; where
// the advice is a command, the window gives another (words/window-advice.ts). A sentence never names a secret or an
// absolute path, because the facts it is made from never hold one. Each part of the product has its sentences in
// sentences/; the German ones are in words/de/errors/.
import { fileSentences } from './sentences/files.ts';
import { generalSentences } from './sentences/general.ts';
import { keychainSentences } from './sentences/keychain.ts';
import { keySentences } from './sentences/keys.ts';
import { offlineSentences } from './sentences/offline.ts';
import { planSentences } from './sentences/plans.ts';
import { publishingSentences } from './sentences/publishing.ts';
import { registrySentences } from './sentences/registry.ts';
import { remoteSentences } from './sentences/remote.ts';
import { tenantSentences } from './sentences/tenants.ts';
import { sentenceFrom, type Sentences } from './sentences/sentence.ts';

const sentences: Sentences = {
  ...generalSentences,
  ...tenantSentences,
  ...keySentences,
  ...planSentences,
  ...keychainSentences,
  ...registrySentences,
  ...fileSentences,
  ...publishingSentences,
  ...offlineSentences,
  ...remoteSentences,
};

/** In English, with advice for the command line. */
export const sentenceFor = sentenceFrom(sentences);
