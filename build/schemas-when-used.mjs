// A program has some hundred schemas, and one command checks with two of them, so the bundles build each when it is used
// first. The sources stay plain: whatever they build with zod while they are loaded becomes a stand-in that builds it then.

/** @typedef {{ type: string, start: number, end: number, [more: string]: unknown }} Node */

const HELPER = '\0when-used';

/** A schema in all but its time of birth: whoever asks anything of it asks the real one. */
const helper = `
export const whenUsed = (make) => {
  let made = null;
  const schema = () => (made ??= make());
  return new Proxy({}, {
    get: (_, name) => Reflect.get(schema(), name),
    has: (_, name) => Reflect.has(schema(), name),
  });
};`;

/** @returns {import('vite').Plugin} */
export function schemasWhenUsed() {
  return {
    name: 'schemas-when-used',
    resolveId: (id) => (id === HELPER ? id : null),
    load: (id) => (id === HELPER ? helper : null),
    transform(code, id) {
      if (id.includes('node_modules') || !/\bfrom ["']zod["']/.test(code)) return null;
      const built = schemasIn(this.parse(code), new Set(['z']));
      if (built.length === 0) return null;
      let rest = code;
      for (const { start, end } of built.toReversed()) {
        rest = `${rest.slice(0, start)}/* @__PURE__ */ __whenUsed(() => ${rest.slice(start, end)})${rest.slice(end)}`;
      }
      // On the line that is first already, so that every line keeps its number.
      return { code: `import { whenUsed as __whenUsed } from ${JSON.stringify(HELPER)}; ${rest}`, map: null };
    },
  };
}

/**
 * The outermost expressions that build a schema while the module is loaded, in order.
 * @param {unknown} node @param {Set<string>} names of what such an expression begins with @returns {Node[]}
 */
function schemasIn(node, names) {
  if (Array.isArray(node)) return node.flatMap((one) => schemasIn(one, names));
  // A statement of its own is there for what it does.
  if (!isNode(node) || /Function|Class|^ExpressionStatement$/.test(node.type)) return [];
  if (node.type === 'CallExpression' && names.has(rootOf(node)) && !isCheck(node)) return [node];
  const found = Object.values(node).flatMap((inner) => schemasIn(inner, names));
  // What is built from a schema of this file is built as late.
  if (node.type === 'VariableDeclarator' && isNode(node['init']) && found[0] === node['init'] && isNode(node['id'])) {
    names.add(String(node['id']['name']));
  }
  return found;
}

/** `z` of `z.string().min(1)`. @param {unknown} node @returns {string} */
function rootOf(node) {
  if (!isNode(node)) return '';
  return node.type === 'Identifier' ? String(node['name']) : rootOf(node['callee'] ?? node['object']);
}

/** `schema.parse(value)` builds none. @param {Node} node */
function isCheck({ callee }) {
  const property = isNode(callee) ? callee['property'] : null;
  return isNode(property) && /parse/i.test(String(property['name']));
}

/** @param {unknown} value @returns {value is Node} */
function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
