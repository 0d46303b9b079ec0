// For the page in this folder alone; the product's bundle is made in build/.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  // The fake main process keeps the real rules of plans, whose hash is made with Node.
  resolve: { alias: { 'node:crypto': fileURLToPath(new URL('made-up-crypto.ts', import.meta.url)) } },
  server: { host: '127.0.0.1', fs: { allow: ['../../../..'] } },
  build: { target: 'es2023', assetsInlineLimit: 0 },
});
