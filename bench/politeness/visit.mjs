// Serves the hosts, tracks them through the public API, visits every page several times, and measures the gaps between the
// requests of each host as its server saw them arrive.
//   node visit.mjs GATEWAY_URL PORT WORKERS HOSTS PAGES ROUNDS
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { gateway } from '../../tests/realpages/gateway.mjs';

const [url, ...numbers] = process.argv.slice(2);
const [port, workers, hosts, pages, rounds] = numbers.map(Number);
const { call, all } = gateway(url);
const OURS = 1000; // ciq.jobs.queues.crawl-jobs.host-delay
const asked = new Map(); // host -> [{ at, path, worker }]
let throttled = 0;

const name = (host) => `shop-${host}.test`;
// Every third host asks for a longer pause than ours; every fourth answers slowly, so that the end of a visit is not its start.
const wants = (host) => (host % 3 === 0 ? 2000 : OURS);
const slowness = (host) => (host % 4 === 0 ? 700 : 0);

const server = createServer((request, response) => {
  const host = request.headers.host.split(':')[0];
  const number = Number(host.match(/\d+/)[0]);
  const worker = request.headers['user-agent'].match(/worker-(\d+)/)?.[1] ?? '1';
  asked.get(host)?.push({ at: performance.now(), path: request.url, worker });
  setTimeout(() => answer(request, response, number), slowness(number));
});

function answer(request, response, number) {
  if (request.url === '/robots.txt') {
    response.setHeader('content-type', 'text/plain');
    response.end(wants(number) > OURS ? `User-agent: *\nCrawl-delay: ${wants(number) / 1000}\n` : '');
  } else if (number === 1 && throttled++ === 2) {
    response.writeHead(429, { 'retry-after': '5' }).end();
  } else {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Shop ${number}</title><h1>Shop ${number}</h1><p>What ${request.url} says today, ${throttled} visits later, in enough words.</p>`);
  }
}

async function visited(times, sources) {
  const end = Date.now() + 10 * 60_000;
  for (let seen = -1; Date.now() < end; ) {
    const visits = new Map();
    for (const visit of await all('/visits')) {
      if (visit.outcome !== 'BLOCKED') visits.set(visit.sourceId, (visits.get(visit.sourceId) ?? 0) + 1);
    }
    const ready = sources.filter((source) => (visits.get(source.id) ?? 0) >= times).length;
    if (ready !== seen) process.stderr.write(`  round ${times}: ${(seen = ready)} of ${sources.length} pages\n`);
    if (ready === sources.length) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`round ${times} did not end within 10 minutes`);
}

function gaps(host) {
  const requests = asked.get(name(host));
  const wanted = wants(host);
  // A host's wish is known once its robots.txt was read; our own delay holds from the first request on.
  return requests.slice(1).map((request, i) => ({ gap: request.at - requests[i].at, least: i === 0 ? OURS : wanted }));
}

for (let host = 1; host <= hosts; host++) asked.set(name(host), []);
await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
try {
  await call('POST', '/setup', { workspaceName: 'Shops', name: 'Visitor', email: 'visitor@example.com', password: 'a long enough password' });
  for (let host = 1; host <= hosts; host++) {
    const sources = Array.from({ length: pages }, (_, page) => ({
      url: `http://${name(host)}/page-${page}`, kind: 'OTHER', schedule: { interval: 'P7D', zone: 'UTC' },
    }));
    await call('POST', '/competitors', { name: name(host), url: `http://${name(host)}/`, sources });
  }
  const sources = await all('/sources');
  await visited(1, sources);
  for (let round = 2; round <= rounds; round++) {
    for (const source of sources) await call('POST', `/sources/${source.id}/visits`);
    await visited(round, sources);
  }
  const measured = Array.from({ length: hosts }, (_, i) => gaps(i + 1)).flat();
  const tooSoon = measured.filter(({ gap, least }) => gap < least);
  const requests = [...asked.values()].flat();
  const shares = {};
  for (const { worker } of requests) shares[worker] = (shares[worker] ?? 0) + 1;
  const smallest = (least) => Math.round(Math.min(...measured.filter((it) => it.least === least).map((it) => it.gap)));
  const throttledHost = asked.get(name(1));
  console.log(JSON.stringify({
    bench: 'politeness', at: new Date().toISOString(), machine: { cpus: cpus().length, load: loadavg()[0] },
    workers: Object.keys(shares).length, requestsByWorker: shares, hosts, requests: requests.length,
    robotsTxtRead: requests.filter((it) => it.path === '/robots.txt').length,
    tooSoon: tooSoon.length, smallestGapMillis: { delay1s: smallest(OURS), crawlDelay2s: smallest(2000) },
    longestGapAfter429Millis: Math.round(Math.max(...throttledHost.slice(1).map((it, i) => it.at - throttledHost[i].at))),
  }));
  process.exitCode = tooSoon.length === 0 && Object.keys(shares).length === workers ? 0 : 1;
} finally {
  server.close();
  server.closeAllConnections();
}
