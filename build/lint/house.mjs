// The rules of this house that a linter can see, so that they show in the editor and in `npm run lint`. Each has tests in
// test/unit/build/lint; which files they look at stands in .oxlintrc.json.
import { oneDoor } from './doors.mjs';
import { layering, reservedPackages } from './imports.mjs';
import { looseWords } from './loose-words.mjs';
import { securityTags } from './security-tags.mjs';

/**
 * @typedef {Parameters<import('oxlint/plugins-dev').RuleTester['run']>[1]} Rule
 * @typedef {Extract<Rule, { create: unknown }>} CreateRule
 * @typedef {Parameters<CreateRule['create']>[0]} Context
 * @typedef {NonNullable<ReturnType<CreateRule['create']>>} Visitor
 * @typedef {Parameters<Context['sourceCode']['getScope']>[0]} Place  any node
 */

/** @type {{ meta: { name: string }, rules: Readonly<Record<string, Rule>> }} */
export default {
  meta: { name: 'house' },
  rules: {
    layering,
    'reserved-packages': reservedPackages,
    'one-door': oneDoor,
    'loose-words': looseWords,
    'security-tags': securityTags,
  },
};
