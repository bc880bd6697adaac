import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server of the house, as `npm start` opens it; the dev server hands every API call to it. */
const server = process.env.ACQUIT_DEV_SERVER ?? 'http://127.0.0.1:4680';

export default defineConfig(({ command }) => {
  // Built under a test runner or in somebody's shell, the bundle must be the one that users get.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2023',
      // Style sheets and scripts stay files: the content security policy refuses anything inline.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        treeshake: {
          // The pure rooms do nothing when they are loaded, so the tables of the law stay out unless a screen uses them.
          moduleSideEffects: [{ test: /\/(law|recovery)\/src\//, sideEffects: false }],
        },
      },
    },
    server: { port: 5180, proxy: { '/api': server, '/healthz': server } },
  };
});
