// The languages that the window speaks. The command line, the audit log and every exported file speak English, because
// programs and other people read those.
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The closest language to a BCP 47 tag such as `de-AT`; English when there is none. */
export function languageOf(tag: string | null): Language {
  const [primary] = (tag ?? '').toLowerCase().split('-');
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}
