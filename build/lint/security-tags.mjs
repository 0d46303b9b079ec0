// `security-tags`: each switch of Electron, Chromium or TLS by which the window is confined or let out says why it stands as
// it does, in a comment `SECURITY: …` above it or at the head of its file, where a reviewer searches for it.
/** @typedef {import('./house.mjs').Rule} Rule */

const calls =
  /^(appendSwitch|enableSandbox|fromPartition|onBeforeRequest|onHeadersReceived|openExternal|registerSchemesAsPrivileged|setContentProtection|setDevicePermissionHandler|setPermissionCheckHandler|setPermissionRequestHandler|setWindowOpenHandler)$/;
const settings =
  /^(contextIsolation|nodeIntegration|rejectUnauthorized|sandbox|webSecurity|webviewTag|allowRunningInsecureContent)$/;
/** How far above, in lines. */
const near = 15;

/** @type {Rule} */
export const securityTags = {
  create(context) {
    const comments = context.sourceCode.getAllComments();
    const tags = comments.filter(({ value }) => /\bSECURITY:/.test(value));
    const head = tags.some(({ loc }) => comments[0] !== undefined && loc.start.line <= headEnd(comments));
    /** @param {import('./house.mjs').Place} node @param {string} name */
    const want = (node, name) => {
      const { line } = node.loc.start;
      if (head || tags.some(({ loc }) => loc.start.line <= line && line - loc.start.line <= near)) return;
      context.report({
        node,
        message: `${name} decides what may get in or out: say why it stands so, in a comment // SECURITY: …`,
      });
    };
    return {
      Program() {
        for (const comment of tags)
          if (/\bSECURITY:\s*$/.test(comment.value))
            context.report({ loc: comment.loc, message: 'This tag says nothing.' });
      },
      CallExpression(node) {
        const { callee } = node;
        if (
          callee.type === 'MemberExpression' &&
          callee.property.type === 'Identifier' &&
          calls.test(callee.property.name)
        )
          want(node, callee.property.name);
      },
      Property({ key, value, parent }) {
        if (key.type !== 'Identifier' || parent.type !== 'ObjectExpression') return;
        // A value that is decided here, not one that is passed on.
        if (value.type === 'Literal' && settings.test(key.name)) want(value, key.name);
        const [first] = value.type === 'ObjectExpression' ? value.properties : [];
        const isConfined =
          first?.type === 'SpreadElement' && first.argument.type === 'Identifier' && first.argument.name === 'CONFINED';
        if (key.name === 'webPreferences' && !isConfined)
          context.report({ node: value, message: 'Every window is confined: webPreferences begin with ...CONFINED.' });
      },
    };
  },
};

/** The last line of the comment that begins a file. @param {ReturnType<import('./house.mjs').Context['sourceCode']['getAllComments']>} comments */
function headEnd(comments) {
  let end = 0;
  for (const { loc } of comments) {
    if (loc.start.line > end + 1) break;
    end = loc.end.line;
  }
  return end;
}
