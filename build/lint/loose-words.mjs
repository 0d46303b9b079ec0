// `loose-words`: what a person reads stands in shared/words, and nowhere else (docs/adr/0019).
import { placeOf } from './rooms.mjs';

/** @typedef {import('./house.mjs').Rule} Rule */
/** @typedef {import('./house.mjs').Place} Place */

/** Two letters in a row, in any script. */
const word = /\p{L}{2,}/u;
/** Attributes whose text a person reads or hears. */
const readAloud =
  /^(aria-label|alt|title|label|description|placeholder|lead|heading|verb|working|what|action|legend|caption|note|unit|error|suffix|prefix)$/;
/** In a string anywhere else: a capitalised word alone or before another, or a sentence. */
const sentence = /^\p{Lu}\p{Ll}+(\s|…|$)|^\p{Lu}\s|\p{L}{2,}\s\p{L}{2,}.*[.?…]$/u;
const betweenValues = /… \p{L}{2,} …|\p{L}{2,} \p{L}{2,}|^\p{Lu}\p{L}+ |(^| ) \p{L}{2,}/u;
/** A value of a style sheet. */
const style = /^[\s\d.,a-z%()…-]*$/;
/** The same in every language: names, languages by their own name, keys of the keyboard. */
const sameEverywhere = new Set([
  'Key Custodian',
  'Electron …',
  'JWKS',
  'kid',
  'Files',
  'Auth0',
  'NIST',
  'NIST SP 800-57',
  'Node',
  'Mac',
  'UTC',
  'Bearer …',
  'Basic …',
  'Enter',
  'Space',
  'Esc',
  'Escape',
  'Tab',
  'Home',
  'End',
  'Backspace',
  'Delete',
  'PageUp',
  'PageDown',
  'Alt',
  'Ctrl',
  'Shift',
]);

/** Written into documents for people elsewhere, who read English; and how a credential is called in the keychain. */
const documents = new Set([
  'main/acts/exports/export-all.ts',
  'main/acts/offline/bundles.ts',
  'main/acts/tenants/credentials.ts',
]);

/** @type {Rule} */
export const looseWords = {
  create(context) {
    const place = placeOf(context.filename);
    if (documents.has(place) || place.startsWith('shared/words/')) return {};
    /** Literals that are no words where they stand, or were looked at with what they stand in. @type {Set<unknown>} */
    const seen = new Set();
    /** @param {Place} node @param {string} said */
    const note = (node, said) => {
      const text = said.trim().replaceAll(/\s+/g, ' ');
      if (!sameEverywhere.has(text))
        context.report({ node, message: `“${text}” is read by people: it belongs in shared/words.` });
    };
    return {
      ImportDeclaration: ({ source }) => void seen.add(source),
      ExportNamedDeclaration: ({ source }) => void seen.add(source),
      TSLiteralType: ({ literal }) => void seen.add(literal),
      SwitchCase: ({ test }) => void seen.add(test),
      BinaryExpression: ({ left, right }) => void seen.add(left).add(right),
      JSXText(node) {
        if (word.test(node.value)) note(node, node.value);
      },
      JSXAttribute({ name, value }) {
        if (value?.type !== 'Literal' || typeof value.value !== 'string') return;
        seen.add(value);
        if (name.type === 'JSXIdentifier' && readAloud.test(name.name) && word.test(value.value))
          note(value, value.value);
      },
      Literal(node) {
        if (typeof node.value === 'string' && sentence.test(node.value) && !seen.has(node)) note(node, node.value);
      },
      TemplateLiteral(node) {
        const said = node.quasis.map(({ value }) => value.cooked ?? '').join('…');
        if (betweenValues.test(said) && !style.test(said.replaceAll(/\b(calc|translateY?|var)\b/g, '')))
          note(node, said);
      },
    };
  },
};
