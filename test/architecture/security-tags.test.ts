// What confines the window or lets something out says why (SECURITY.md): the lint rule, held to cases.
import { ruleHolds } from '../support/house-lint.ts';

const FILE = 'main/app/x.ts';

ruleHolds('security-tags', {
  good: [
    [FILE, '// SECURITY: no further windows.\ncontents.setWindowOpenHandler(deny);'],
    [FILE, '// SECURITY: all of this file confines.\nimport a from "b";\n'.padEnd(80, '\n') + 'app.enableSandbox();'],
    [FILE, 'const passedOn = { sandbox };'],
    [FILE, 'const window = { webPreferences: { ...CONFINED, preload } };'],
  ],
  bad: [
    [FILE, 'contents.setWindowOpenHandler(deny);', /setWindowOpenHandler decides what may get in or out/],
    [FILE, 'const a = { nodeIntegration: true };', /nodeIntegration decides/],
    ['main/network/x.ts', 'connect({ rejectUnauthorized: false });', /rejectUnauthorized decides/],
    [FILE, 'const window = { webPreferences: { preload } };', /begin with \.\.\.CONFINED/],
    [FILE, 'const window = { webPreferences: { preload, ...CONFINED } };', /begin with \.\.\.CONFINED/],
    [
      FILE,
      'import a from "b";\n// SECURITY: far above.'.padEnd(80, '\n') + 'app.enableSandbox();',
      /enableSandbox decides/,
    ],
    [FILE, 'const a = 1;\n// SECURITY:', /This tag says nothing/],
  ],
});
