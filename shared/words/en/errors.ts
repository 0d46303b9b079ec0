// Error codes -> what happened, and what to do, in English. The window and the command line both use these words; where
// the advice is a command, the window gives another (window-advice.ts). A sentence never names a secret or an
// absolute path, because the facts it is made from never hold one. Each part of the product has its sentences in
// errors/.
import { backupSentences } from './errors/backup.ts';
import { ceremonySentences } from './errors/ceremony.ts';
import { fileSentences } from './errors/files.ts';
import { generalSentences } from './errors/general.ts';
import { keychainSentences } from './errors/keychain.ts';
import { keySentences } from './errors/keys.ts';
import { offlineSentences } from './errors/offline.ts';
import { planSentences } from './errors/plans.ts';
import { publishingSentences } from './errors/publishing.ts';
import { registrySentences } from './errors/registry.ts';
import { remoteSentences } from './errors/remote.ts';
import { tenantSentences } from './errors/tenants.ts';
import { updateSentences } from './errors/updates.ts';
import { sentenceFrom, type Sentences } from '../sentence.ts';

const sentences: Sentences = {
  ...generalSentences,
  ...tenantSentences,
  ...keySentences,
  ...planSentences,
  ...keychainSentences,
  ...registrySentences,
  ...fileSentences,
  ...backupSentences,
  ...ceremonySentences,
  ...publishingSentences,
  ...offlineSentences,
  ...remoteSentences,
  ...updateSentences,
};

/** In English, with advice for the command line. */
export const sentenceFor = sentenceFrom(sentences);
