import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const gateway = process.env.CIQ_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // What a screen asks for comes in a part of its own beside what it looks like: the entry holds neither.
      codeSplittingOptions: { defaultBehavior: [['component'], ['loader'], ['errorComponent'], ['notFoundComponent']] },
      quoteStyle: 'single',
    }),
    react(),
  ],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    sourcemap: 'hidden',
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': { target: gateway } } },
  preview: { proxy: { '/api': { target: gateway } } },
});
