// Tracks every recorded page through the public API, visits it twice, and checks what came of it.
//   node track.mjs PAGES_FOLDER GATEWAY_URL SERVER_PORT
// Prints one JSON object; exits 1 when a page failed without a classified reason, when a visited page left
// no document, or when the second visit of an unchanged page raised a change or a signal.
import { gateway } from './gateway.mjs';
import { loadPages, servePages } from './page-server.mjs';

const [folder, url, port] = process.argv.slice(2);
const KINDS = {
  service: 'FEATURES', article: 'NEWS', product: 'PRICING', collection: 'OTHER',
  forum: 'OTHER', listing: 'OTHER', documentation: 'DOCS',
};
const { call, all } = gateway(url);

async function until(what, done, minutes = 6) {
  const end = Date.now() + minutes * 60_000;
  let seen = '';
  while (Date.now() < end) {
    const state = await done();
    if (state === true) return;
    if (String(state) !== seen) process.stderr.write(`${what}: ${(seen = String(state))}\n`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`${what}: not within ${minutes} minutes (${seen})`);
}

const pages = loadPages(folder);
const server = await servePages(folder, pages, Number(port));
const started = Date.now();
try {
  if ((await call('GET', '/setup')).needed) {
    await call('POST', '/setup', {
      workspaceName: 'Real pages', name: 'Reader', email: 'reader@example.com', password: 'a long enough password',
    });
  }
  const byHost = Map.groupBy ? Map.groupBy(pages, (p) => new URL(p.url).host) : group(pages);
  for (const [host, hosted] of byHost) {
    await call('POST', '/competitors', {
      name: host, url: `http://${host}/`,
      sources: hosted.map((p) => ({ url: p.url, kind: KINDS[p.type] ?? 'OTHER', schedule: { interval: 'P7D', zone: 'UTC' } })),
    });
  }
  const sources = await all('/sources');
  const settled = async (times) => {
    const visits = await all('/visits');
    const count = Map.groupBy ? Map.groupBy(visits, (v) => v.sourceId) : group(visits, (v) => v.sourceId);
    const ready = sources.filter((s) => (count.get(s.id)?.length ?? 0) >= times).length;
    return ready === sources.length ? true : `${ready} of ${sources.length} sources`;
  };
  const processed = async () => {
    const [visits, documents] = [await all('/visits'), await all('/documents')];
    const stored = new Set(visits.filter((v) => v.snapshotId).map((v) => v.snapshotId));
    documents.forEach((d) => stored.delete(d.snapshotId));
    return stored.size === 0 ? true : `${stored.size} snapshots still to be processed`;
  };
  await until('first visits', () => settled(1));
  await until('first documents', processed);
  const first = await all('/documents');
  const facts = await all('/facts');
  for (const source of sources) await call('POST', `/sources/${source.id}/visits`);
  await until('second visits', () => settled(2));
  await until('second documents', processed);

  const visits = await all('/visits');
  const outcomes = {};
  for (const v of visits) outcomes[v.outcome] = (outcomes[v.outcome] ?? 0) + 1;
  const unclassified = visits.filter((v) => v.outcome !== 'STORED' && v.outcome !== 'UNCHANGED' && !v.reason);
  const changes = (await all('/changes')).filter((c) => c.status === 'CONFIRMED');
  const signals = await all('/signals');
  const result = {
    pages: pages.length, sources: sources.length, outcomes, documents: first.length,
    documentsAfterSecondVisit: (await all('/documents')).length, facts: facts.length,
    factsWithoutVerifiedQuote: facts.filter((f) => !f.evidence?.some((e) => e.verified)).length,
    emptyDocuments: first.filter((d) => d.state === 'FAILED').length,
    unclassifiedFailures: unclassified.length, spuriousChanges: changes.length, signals: signals.length,
    seconds: Math.round((Date.now() - started) / 1000),
  };
  console.log(JSON.stringify(result));
  const storedOnce = new Set(visits.filter((v) => v.snapshotId).map((v) => v.sourceId)).size;
  const bad = unclassified.length > 0 || changes.length > 0 || signals.length > 0 || first.length < storedOnce;
  process.exitCode = bad || first.length === 0 ? 1 : 0;
} finally {
  server.close();
  server.closeAllConnections();
}

function group(items, key = (p) => new URL(p.url).host) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
