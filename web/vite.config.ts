import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { ahead } from './vite.ahead';

const gateway = process.env.CIQ_URL ?? 'http://127.0.0.1:8080';

type Modules = { getModuleInfo: (id: string) => { isEntry: boolean; importers: string[] } | null };

type Known = Map<string, boolean>;

/** Whether what a root is cannot begin without a module. Those that are asked again on the way count as no. */
function isNeeded(id: string, modules: Modules, isRoot: (id: string) => boolean, known: Known): boolean {
  const found = known.get(id);
  if (found !== undefined) return found;
  known.set(id, false);
  // Libraries of parts name all of them in one file, of which the entry needs a few.
  const isPart = /[\\/](components|octicons-react)[\\/]/.test(id) && id.includes('node_modules');
  const info = isPart ? null : modules.getModuleInfo(id);
  const answer = info !== null && (isRoot(id) || info.importers.some((by) => isNeeded(by, modules, isRoot, known)));
  known.set(id, answer);
  return answer;
}

/** What the first visit needs; what stands around every screen of a member. */
const [ofEntry, ofFrame]: [Known, Known] = [new Map(), new Map()];
const isShell = (id: string, modules: Modules) =>
  isNeeded(id, modules, (each) => modules.getModuleInfo(each)?.isEntry ?? false, ofEntry);
const isFrame = (id: string, modules: Modules) =>
  isNeeded(id, modules, (each) => /[\\/]routes[\\/]_member\.tsx\?tsr-split=component/.test(each), ofFrame);

/** A file is a round over the network once six are on their way: two for the first visit, one for what many screens share. */
const groups = [
  { name: (id: string, modules: Modules) => (isShell(id, modules) ? 'shell' : null), priority: 3 },
  { name: (id: string, modules: Modules) => (isFrame(id, modules) ? 'frame' : null), priority: 2 },
  { name: 'common', test: (id: string) => !/[\\/]shared[\\/]charts[\\/]/.test(id), minShareCount: 4, priority: 1 },
];

/** The browser learns of the letters with the page, not when the first of them is drawn: nothing is set anew then. */
const letters: Plugin = {
  name: 'letters',
  transformIndexHtml: {
    order: 'post',
    handler: (_page, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => file.endsWith('.woff2'))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
          injectTo: 'head',
        })),
  },
};

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // What a screen looks like comes in a part of its own. What it asks for is in the entry: little, and as a part one more
      // round over the network before anything is asked.
      codeSplittingOptions: { defaultBehavior: [['component'], ['errorComponent'], ['notFoundComponent']] },
      quoteStyle: 'single',
    }),
    react(),
    letters,
    ahead(),
  ],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    sourcemap: 'hidden',
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: gateway } } },
  preview: { proxy: { '/api': { target: gateway } } },
});
