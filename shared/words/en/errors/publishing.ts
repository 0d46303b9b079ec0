// English sentences for errors: publications.
import { FINDING_WORDS } from '../publishing.ts';
import { wordOf } from '../../../problems/coded.ts';
import { missingPart } from '../problems/acts.ts';
import { visible } from '../../../encoding/printable.ts';
import { say, type Sentences } from '../../sentence.ts';

export const publishingSentences = {
  PUBLISH_TOO_MANY: ({ count, limit }) =>
    say(
      `${count} keys would be published, but the tenant takes at most ${limit}.`,
      'Choose another earlier set, remove keys of others, or push what the rings want: what does not fit waits then.',
    ),
  PUBLISH_BLOCKED: ({ tenant, findings }) =>
    say(
      `The set for “${tenant}” must not go out as it is. Nothing was sent.\n${findings.map(({ kid, code }) => `${visible(kid)} ${FINDING_WORDS[code]}.`).join('\n')}`,
      'Correct these keys, or remove foreign ones by name, and look at a fresh preview.',
    ),
  PUBLISH_FOREIGN_UNDECIDED: ({ tenant, keys }) =>
    say(
      `Nobody decided about these foreign keys at “${tenant}”: ${keys.map(visible).join(', ')}. Tokens signed with them are accepted. Nothing was sent.`,
      'Find out whose they are. Then decide about each: keep it and say why (--keep-foreign KID --reason TEXT), or remove it (--remove-foreign KID).',
    ),
  PUBLISH_REVOKED_BACK: ({ tenant, kids }) =>
    say(
      `That set would restore revoked keys at “${tenant}”: ${kids.join(', ')}. Nothing was sent.`,
      'Choose another earlier set, or go ahead with a reason, which is recorded.',
    ),
  EVIDENCE_NOT_FOUND: ({ tenant }) =>
    say(`No such proof of “${tenant}” is on record.`, 'Prove the publication first, or list its proofs.'),
  PUBLISH_NO_FORMER_SET: ({ tenant }) =>
    say(`No such earlier set of “${tenant}” is on record.`, 'List its publications to see which sets can be restored.'),
  PUBLISH_CHANGED: ({ tenant }) =>
    say(
      `The published set of “${tenant}” or its rings changed since the preview. Nothing was sent.`,
      'Look at a fresh preview, then push that.',
    ),
  PUBLISH_NOT_CONFIRMED: ({ tenant }) =>
    say(
      `The push to “${tenant}” was sent, but reading back does not show it (other keys are there).`,
      'Look at a fresh preview to see what is there now.',
    ),
  PUBLISH_NOT_CONFIGURED: ({ tenant, missing }) =>
    say(
      `The tenant “${tenant}” cannot be published yet: ${wordOf(missingPart, missing)}.`,
      'Add what is missing in the settings of the tenant, or with “custodian tenant edit” (--api-base, --jwks-url …) and “custodian tenant credentials”.',
    ),
} satisfies Partial<Sentences>;
