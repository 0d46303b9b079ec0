// The languages that the window speaks. The command line, the audit log and every exported file speak English, because
// programs and other people read those.
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `auto`: as the system says. */
export const LANGUAGE_CHOICES = ['auto', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** The closest language to a BCP 47 tag such as `de-AT`; English when there is none. */
export const languageOf = (tag: string | null): Language => spoken(tag ?? '') ?? 'en';

/** The first of these tags, best first, that is spoken here; English when none is. */
export const preferredLanguage = (tags: readonly string[]): Language =>
  tags.map(spoken).find((language) => language !== undefined) ?? 'en';

function spoken(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split('-');
  return LANGUAGES.find((language) => language === primary);
}
