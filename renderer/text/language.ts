// The language of this window. The main process writes it into the page's address, so that it is known before the first
// word is needed; another choice loads the page anew (docs/adr/0019).
import { type Language, languageOf } from '../../shared/language.ts';

// oxlint-disable-next-line typescript/no-unnecessary-condition -- rules of the window are also tried where there is none
export const language: Language = languageOf(new URLSearchParams(globalThis.location?.search ?? '').get('language'));
