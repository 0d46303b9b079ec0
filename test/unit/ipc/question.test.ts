import { expect, it } from 'vitest';
import { fitToBeShown } from '../../../main/ipc/question.ts';

const odd = 'a\u202Eb\u200B\n';
const plain = 'a\\u{202e}b\\u{200b}\\u{a}';

it('shows what cannot be seen in every text of a question, and leaves what has to be typed', () => {
  const shown = fitToBeShown({
    title: odd,
    tenant: { name: odd, environment: 'production' },
    facts: [{ label: 'Key', values: [odd, 'kid'], mono: true }],
    means: odd,
    yes: 'Sign it',
    grave: true,
    fields: [{ name: 'name', label: odd, hint: odd, exactly: odd }],
  });
  expect(shown).toEqual({
    title: plain,
    tenant: { name: plain, environment: 'production' },
    facts: [{ label: 'Key', values: [plain, 'kid'], mono: true }],
    means: plain,
    yes: 'Sign it',
    grave: true,
    fields: [{ name: 'name', label: plain, hint: plain, exactly: odd }],
  });
});
