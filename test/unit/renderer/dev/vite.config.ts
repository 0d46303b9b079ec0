// For the page in this folder alone; the product's bundle is made in build/.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  server: { host: '127.0.0.1', fs: { allow: ['../../../..'] } },
  build: { target: 'es2023', assetsInlineLimit: 0 },
});
