// For the page in this folder alone; the product's bundle is made in build/.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import type { Desks } from './desks.ts';

/** What the page asks of its desk is answered here, where the page is served. */
const desks: Plugin = {
  name: 'desks',
  configureServer(server) {
    const made = server
      .ssrLoadModule('/desks.ts')
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what that module exports
      .then((module) => (module as { createDesks: () => Desks }).createDesks());
    server.middlewares.use((request, response, next) => {
      void answerOr(next, () => made.then(({ answer }) => answer(request, response)));
    });
  },
};

async function answerOr(next: (problem?: unknown) => void, answer: () => Promise<boolean>): Promise<void> {
  try {
    if (!(await answer())) {
      next();
    }
  } catch (problem) {
    next(problem);
  }
}

export default defineConfig({
  base: './',
  plugins: [react(), desks],
  // Node knows no `using` yet.
  oxc: { target: 'es2023' },
  server: { host: '127.0.0.1', fs: { allow: ['../../../..'] } },
  build: { target: 'es2023', assetsInlineLimit: 0 },
});
