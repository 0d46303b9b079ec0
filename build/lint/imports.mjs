// `layering`: rooms import only what lies below them. `reserved-packages`: packages stay in the rooms they belong to.
import { allowed, placeOf, pure, reserved, roomOf, targetOf } from './rooms.mjs';

/** @typedef {import('./house.mjs').Rule} Rule */

/**
 * Every import of a file, whatever its form.
 * @param {(place: import('./house.mjs').Place, specifier: string, typesOnly: boolean) => void} see
 * @returns {import('./house.mjs').Visitor}
 */
function eachImport(see) {
  return {
    ImportDeclaration: (node) => see(node, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => see(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration(node) {
      if (node.source !== null) see(node, node.source.value, node.exportKind === 'type');
    },
    ImportExpression(node) {
      if (node.source.type === 'Literal') see(node, String(node.source.value), false);
    },
    TSImportType: (node) => see(node, node.source.value, true),
  };
}

/** @type {Rule} */
export const layering = {
  create(context) {
    const room = roomOf(placeOf(context.filename));
    const mayImport = allowed[room];
    if (mayImport === undefined)
      return {
        Program: (node) =>
          context.report({ node, message: `${room} is no room: give it a row in build/lint/rooms.mjs.` }),
      };
    return eachImport((node, specifier) => {
      if (!specifier.startsWith('.')) return;
      const target = roomOf(targetOf(context.filename, specifier));
      if (target === room || mayImport.includes(target)) return;
      const list = mayImport.length === 0 ? 'nothing' : mayImport.join(', ');
      context.report({ node, message: `${room} may not import ${target}. It may import itself and ${list}.` });
    });
  },
};

/** @type {Rule} */
export const reservedPackages = {
  create(context) {
    const room = roomOf(placeOf(context.filename));
    return eachImport((node, specifier, typesOnly) => {
      if (specifier.startsWith('.')) return;
      const owner = reserved.find((rule) => rule.package.test(specifier));
      if (owner !== undefined && !typesOnly && !owner.rooms.includes(room))
        context.report({ node, message: `${specifier} belongs to ${owner.rooms.join(', ')}.` });
      else if (room.startsWith('shared') && !pure.test(specifier))
        context.report({
          node,
          message: `shared runs everywhere: it uses neither Node nor the DOM, and so not ${specifier}.`,
        });
      else if (room === 'renderer' && specifier.startsWith('node:'))
        context.report({ node, message: `The window has no Node, and so not ${specifier}.` });
    });
  },
};
