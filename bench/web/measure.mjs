// Opens, presses, scrolls, and prints one JSON object.
//   node measure.mjs CIQ_HOME RUNS all|pages|screens|keys|scrolls
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { gateway } from '../../tests/realpages/gateway.mjs';
import { browserAt, say, settled } from './browser.mjs';
import { keys } from './keys.mjs';
import { pages, shifts } from './pages.mjs';
import { scrolls } from './scrolls.mjs';

const [home, runs, only] = process.argv.slice(2);
const { url } = JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
const person = { email: 'reader@example.com', password: 'a long enough password' };
const load = () => Number(loadavg()[0].toFixed(1));

const reader = gateway(url);
await reader.call('POST', '/session', person);
const [competitor] = readFileSync(`${home}/competitors.txt`, 'utf8').split(',');
const [signal] = (await reader.call('GET', '/signals?limit=1')).items;
const paths = { inbox: '/', competitor: `/competitors/${competitor}/overview`, change: `/signals/${signal.id}`, operations: '/ops', pricing: '/pricing' };
const screens = [
  ...Object.values(paths), '/competitors', '/competitors/new', '/compare/pricing', '/compare/features', '/insights', '/ask', '/battlecards', '/digests',
  '/digests/new', '/alerts', '/alerts/new', '/sources', '/providers', '/ops/jobs', '/ops/dead', '/ops/sla', '/reading', '/search?q=plan', '/outbox',
  `/sources/${signal.sourceId}`, `/documents/${signal.documentId}`,
  ...['pricing', 'features', 'news', 'jobs', 'ads', 'sources', 'timeline', 'facts'].map((tab) => `/competitors/${competitor}/${tab}`),
  ...['account', 'ai', 'api-keys', 'appearance', 'audit', 'company', 'config', 'connectors', 'data', 'flags', 'members', 'shortcuts', 'workspace'].map((tab) => `/settings/${tab}`),
];

const chromium = await browserAt(url, person);
const loads = { before: load() };
const rows = [];
const details = {};
const parts = {
  pages: async () => {
    // The services' code is hot and nobody measures the first request of their lives.
    for (let warm = 0; warm < 2; warm++) {
      for (const path of Object.values(paths)) {
        const { opened, close } = await chromium.page();
        await opened.goto(path);
        await settled(opened);
        await close();
      }
    }
    return pages(chromium, paths, Number(runs));
  },
  screens: () => shifts(chromium, screens),
  keys: () => keys(chromium),
  scrolls: () => scrolls(chromium),
};
for (const [name, part] of Object.entries(parts)) {
  if (only !== 'all' && only !== name) continue;
  say(`${name} (load ${load()}) ...`);
  const found = await part();
  rows.push(...found.rows);
  details[name] = found.details;
  loads[name] = load();
}
await chromium.browser.close();
for (const row of rows) say(`${row.met ? 'met   ' : 'MISSED'} ${row.metric.padEnd(28)} ${String(row.ours).padStart(8)} ${row.unit} (${row.goal})`);
console.log(JSON.stringify({ bench: 'web', at: new Date().toISOString(), machine: { cpus: cpus().length, browser: `Chromium ${chromium.version}` }, load: loads, runs: Number(runs), rows, details }));
process.exit(rows.every((row) => row.met) ? 0 : 1);
