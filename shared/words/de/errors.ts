// German sentences for errors. The window alone speaks German, so the advice names no command.
import { sentenceFrom, type Sentences } from '../sentence.ts';
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

/** The German sentence for an error, with the window's advice. */
export const error = sentenceFrom(sentences);
