// `one-door`: what has one door in this house is reached through it alone.
import { placeOf } from './rooms.mjs';

/** @typedef {import('./house.mjs').Rule} Rule */

const announcement = 'main/sandbox/announcement.ts';
const bridge = 'renderer/bridge.ts';

/** @type {Rule} */
export const oneDoor = {
  create(context) {
    const place = placeOf(context.filename);
    const inMain = place.startsWith('main/');
    /** @param {import('./house.mjs').Place} node */
    const network = (node) => {
      if (inMain && place !== announcement)
        context.report({
          node,
          message: 'Nothing reaches the network but the one client in main/network; take the fetch that you are given.',
        });
    };
    return {
      CallExpression(node) {
        const { callee } = node;
        if (callee.type === 'Identifier' && callee.name === 'fetch' && isGlobal(context, callee)) network(node);
        const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee;
        if (inMain && name.type === 'Identifier' && /^find(Credentials|Password)$/.test(name.name))
          context.report({
            node,
            message: 'The keychain is never listed: keytar crashes when it is asked to while locked.',
          });
      },
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
        const path = `${node.object.name}.${node.property.name}`;
        if (path === 'globalThis.fetch') network(node);
        if (path === 'AbortSignal.any')
          context.report({
            node,
            message: 'Signals are joined by underAnyOf in main/ports/stopping.ts: this one keeps memory.',
          });
        if (path === 'window.custodian' && place.startsWith('renderer/') && place !== bridge)
          context.report({ node, message: `The main process is reached through ${bridge} alone.` });
      },
      ImportSpecifier(node) {
        const { imported, parent } = node;
        const from = parent.type === 'ImportDeclaration' ? parent.source.value : '';
        if (from === 'electron' && imported.type === 'Identifier' && imported.name === 'net') network(node);
      },
    };
  },
};

/** Does nothing in this file give the name a meaning of its own? @param {import('./house.mjs').Context} context @param {import('./house.mjs').Place} node */
function isGlobal(context, node) {
  let scope = /** @type {ReturnType<typeof context.sourceCode.getScope> | null} */ (context.sourceCode.getScope(node));
  while (scope !== null && (scope.set.get('fetch')?.defs.length ?? 0) === 0) scope = scope.upper;
  return scope === null;
}
