// The language of the window. Another one loads the page anew, which the main process does, because it alone knows what
// the system speaks.
import { Radio } from '@mantine/core';
import { type Language, LANGUAGE_CHOICES } from '../../../shared/language.ts';
import { usePreference } from '../state/preferences.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';

/** Each by its own name, so that whoever landed in a foreign language finds the way out. */
const nameOf = (language: Language) => new Intl.DisplayNames(language, { type: 'language' }).of(language);

export function LanguageChoice() {
  const { value, choose, error } = usePreference('language');
  return (
    <>
      <Radio.Group
        label={words.languageChoice.title}
        description={words.languageChoice.note}
        value={value}
        onChange={(chosen) => void choose(LANGUAGE_CHOICES.find((choice) => choice === chosen) ?? 'auto')}
      >
        <div className="radio-row">
          {LANGUAGE_CHOICES.map((choice) =>
            choice === 'auto' ? (
              <Radio key={choice} value={choice} label={words.languageChoice.auto} />
            ) : (
              <Radio key={choice} value={choice} label={<span lang={choice}>{nameOf(choice)}</span>} />
            ),
          )}
        </div>
      </Radio.Group>
      <Failure error={error} />
    </>
  );
}
