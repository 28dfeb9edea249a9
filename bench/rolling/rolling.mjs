// Drives the clients, stops the gateways, kills the services, and counts.
//   node rolling.mjs CIQ_HOME SECONDS STOPS CLIENTS
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gateway } from '../../tests/realpages/gateway.mjs';
import { nginxBefore, pause, replicaOf } from './replicas.mjs';
import { listen } from './stream.mjs';

const [home, seconds, stops, clients] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const state = () => JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
const pidOf = (name) => state().processes.find((each) => each.name === name).pid;
const say = (text) => process.stderr.write(`  ${text}\n`);
const person = { email: 'roller@example.com', password: 'a long enough password' };

await gateway(state().url).call('POST', '/setup', { workspaceName: 'Rolling', name: 'Roller', ...person });
// The shortest orderly stop that nginx allows: it keeps idle connections for 2 s.
const settings = { CIQ_STOP_NOTICE: '1.2s', CIQ_STOP_DELAY: '3.7s', CIQ_BEHIND_PROXY: 'true' };
const gateways = [await replicaOf(pidOf('gateway'), 'a', home, settings), await replicaOf(pidOf('gateway'), 'b', home, settings)];
await Promise.all(gateways.map((each) => each.start()));
const nginx = await nginxBefore(gateways.map((each) => each.port), home);
process.on('exit', () => nginx.stop());
say('two gateways are ready behind nginx');

// One signed-in person with a source of their own to change.
async function client(number) {
  const failures = [];
  const times = [];
  let requests = 0;
  let changes = 0;
  let cookie = '';

  async function ask(method, path, body, headers = {}) {
    requests++;
    const start = performance.now();
    try {
      const answer = await fetch(`${nginx.url}/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-ciq-csrf': '1', cookie, ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      times.push(performance.now() - start);
      const set = answer.headers.get('set-cookie');
      if (set) cookie = set.split(';')[0];
      if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
      return { body: text === '' ? null : JSON.parse(text), etag: answer.headers.get('etag') };
    } catch (failed) {
      failures.push(`${method} ${path}: ${failed.message} ${failed.cause ?? ''}`);
      return null;
    }
  }

  await ask('POST', '/session', person);
  const source = { url: `http://company${number}.invalid/pricing`, kind: 'PRICING' };
  const tracked = (await ask('POST', '/competitors', { name: `Company ${number}`, url: `http://company${number}.invalid/`, sources: [source] })).body;
  const own = (await ask('GET', `/competitors/${tracked.id}/sources`)).body.items[0];
  let etag = (await ask('PATCH', `/sources/${own.id}`, { paused: true }, { 'if-match': (await ask('GET', `/sources/${own.id}`)).etag ?? '*' })).etag;
  const versionAtStart = Number(etag.replace(/\D/g, ''));
  const reads = ['/overview', '/competitors', '/signals', '/members', `/competitors/${tracked.id}/overview`, '/sources'];

  async function work(until) {
    for (let i = 0; !until(); i++) {
      await ask('GET', reads[i % reads.length]);
      const kind = i % 2 ? 'PRICING' : 'BLOG';
      const edited = await ask('PATCH', `/sources/${own.id}`, { kind }, { 'if-match': etag });
      if (edited) {
        changes++;
        etag = edited.etag;
      } else {
        etag = (await ask('GET', `/sources/${own.id}`))?.etag ?? etag;
      }
      if (i % 10 === 0 && (await ask('POST', '/competitors', { name: `New ${number}-${i}`, url: `http://new-${number}-${i}.invalid/`, sources: [] }))) made++;
      await pause(20);
    }
    const version = Number((await ask('GET', `/sources/${own.id}`))?.etag.replace(/\D/g, '') ?? Number.NaN);
    return { requests, failures, times, changes, doubled: version - versionAtStart - changes, made };
  }
  let made = 0;
  return { work, cookie: () => cookie };
}

const people = await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
await pause(1500); // the first visits' own events
// Listens where nothing is stopped: what it hears is what there was to hear.
const witness = listen(state().url, people[0].cookie());
const streams = people.map((each) => listen(nginx.url, each.cookie()));
await pause(1000);

const begin = performance.now();
let stopped = false;
const work = people.map((each) => each.work(() => stopped && performance.now() - begin >= seconds * 1000));
const stopSeconds = [];
let unclean = 0;
for (let round = 0; round < stops; round++) {
  for (const each of gateways) {
    const at = performance.now();
    const code = await each.stop();
    if (code !== 143 && code !== 0) unclean++;
    stopSeconds.push((performance.now() - at) / 1000);
    await each.start();
  }
  say(`round ${round + 1} of ${stops}: each was stopped and is back`);
}
stopped = true;
const results = await Promise.all(work);
const lasted = (performance.now() - begin) / 1000;
await pause(2500);
await Promise.all([...streams, witness].map((each) => each.close()));

const truth = witness.seen.heard.map((event) => event.id);
let lost = 0;
let doubled = 0;
for (const { seen } of streams) {
  const ids = seen.heard.map((event) => event.id);
  const unique = new Set(ids);
  doubled += ids.length - unique.size;
  lost += truth.filter((id) => !unique.has(id)).length;
}
const sum = (pick) => results.reduce((total, each) => total + pick(each), 0);
const competitors = (await (async () => {
  const reader = gateway(state().url);
  await reader.call('POST', '/session', person);
  return reader.all('/competitors');
})()).filter((each) => each.name.startsWith('New ')).length;
const failures = results.flatMap((each) => each.failures);
failures.slice(0, 10).forEach(say);
if (failures.length > 0) nginx.errors().slice(-10).forEach(say);
const times = results.flatMap((each) => each.times).sort((a, b) => a - b);

// Services killed under the pages that are joined from them. The launcher starts them again.
const { killed, pages } = await killServices();

async function killServices() {
  const names = ['analysis', 'process', 'competitors'];
  const id = (await fetch(`${nginx.url}/api/v1/competitors?limit=1`, { headers: { cookie: people[0].cookie() } }).then((a) => a.json())).items[0].id;
  const paths = { overview: '/overview', competitor: `/competitors/${id}/overview`, inbox: '/signals' };
  const pages = {};
  for (const name of names) {
    const dead = pidOf(name);
    process.kill(dead, 'SIGKILL');
    const end = performance.now() + 2500;
    while (performance.now() < end) {
      await Promise.all(Object.entries(paths).map(async ([page, path]) => {
        const start = performance.now();
        const answer = await fetch(`${nginx.url}/api/v1${path}`, { headers: { cookie: people[0].cookie() } });
        const body = await answer.json();
        const row = (pages[`${page} without ${name}`] ??= { worst: 0, asked: 0, statuses: {} });
        row.asked++;
        row.worst = Math.max(row.worst, Math.round(performance.now() - start));
        const kind = answer.ok ? ((body.partial ?? []).length > 0 ? '200 partial' : '200') : `${answer.status} ${body.type}`;
        row.statuses[kind] = (row.statuses[kind] ?? 0) + 1;
      }));
      await pause(20);
    }
    for (let i = 0; i < 600 && (pidOf(name) === dead || !(await healthy(name)) || !(await whole(Object.values(paths)))); i++) await pause(100);
    await pause(2500); // the breakers' pause
  }
  return { killed: names, pages };
}

// The one killed before has answered again, so that only one is missing at a time.
async function whole(paths) {
  const answers = await Promise.all(paths.map((path) => fetch(`${nginx.url}/api/v1${path}`, { headers: { cookie: people[0].cookie() } })));
  const bodies = await Promise.all(answers.map((answer) => answer.json()));
  return answers.every((answer, i) => answer.ok && (bodies[i].partial ?? []).length === 0);
}

function healthy(name) {
  const { port } = state().processes.find((each) => each.name === name);
  return fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false);
}

await Promise.all(gateways.map((each) => each.stop()));
await nginx.stop();

const worstPage = Math.max(...Object.values(pages).map((page) => page.worst));
const rows = [
  { metric: 'failed_requests', unit: 'requests', ours: failures.length, goal: '0', met: failures.length === 0 },
  { metric: 'lost_events', unit: 'events', ours: lost, goal: '0', met: lost === 0 && truth.length > 0 },
  { metric: 'doubled_events', unit: 'events', ours: doubled, goal: '0', met: doubled === 0 },
  { metric: 'doubled_changes', unit: 'changes', ours: sum((each) => Math.abs(each.doubled)) + Math.abs(competitors - sum((each) => each.made)), goal: '0' },
  { metric: 'unclean_ends', unit: 'processes', ours: unclean, goal: '0', met: unclean === 0 },
  { metric: 'page_without_a_service_worst', unit: 'ms', ours: worstPage, goal: '<=1000', met: worstPage <= 1000 },
].map((row) => ({ ...row, met: row.met ?? row.ours === 0 }));
console.log(JSON.stringify({
  bench: 'rolling', at: new Date().toISOString(), machine: { cpus: cpus().length }, seconds: Math.round(lasted), clients,
  requests: sum((each) => each.requests), changes: sum((each) => each.changes) + sum((each) => each.made), stops: stopSeconds.length,
  stopSeconds: { shortest: Math.min(...stopSeconds).toFixed(1), longest: Math.max(...stopSeconds).toFixed(1) },
  events: truth.length, streamsOpened: sum(() => 0) + streams.reduce((total, each) => total + each.seen.openings, 0),
  resyncs: streams.reduce((total, each) => total + each.seen.resyncs, 0), streamsRefused: streams.reduce((total, each) => total + each.seen.refused, 0),
  p50: Math.round(times[Math.floor(times.length / 2)]), p99: Math.round(times[Math.floor(times.length * 0.99)]), killed, pages, rows,
}));
process.exit(rows.every((row) => row.met) ? 0 : 1);
