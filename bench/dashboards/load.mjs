// What happens while Prometheus watches: people read, the market changes, and a few things go wrong on purpose.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { gateway } from '../../tests/realpages/gateway.mjs';
import { pause } from './programs.mjs';

const EMAIL = 'demo@competitoriq.local';
const WRONG_PASSWORD = 'not the right password';
const WRONG_KEY = `ciq_${'0'.repeat(32)}_${'a'.repeat(72)}`;
const READS = ['/overview', '/competitors', '/sources', '/visits', '/changes', '/signals', '/stories', '/alert-rules', '/channels', '/queues', '/audit', '/members'];

// Answers the secrets that were used meanwhile.
export async function load({ home, state, seconds, say }) {
  const { url, demoUrl } = state();
  const password = readFileSync(`${home}/demo.password`, 'utf8').trim();
  const person = gateway(url);
  await person.call('POST', '/session', { email: EMAIL, password });
  const live = new AbortController();
  await wrongThings(person, url, state(), say);
  const end = Date.now() + seconds * 1000;
  listen(url, password, live.signal);
  await Promise.all([
    reading(person, end), changing(person, demoUrl, end), browsing(url, end), strangers(url, end), asking(person, end),
    pause(seconds * 400).then(() => killed(person, state, say)),
  ]);
  live.abort();
  return [password, WRONG_PASSWORD, WRONG_KEY, person.cookie().split('=')[1]];
}

// A source nobody answers, one that leads inside, one that is not there; a job that can never work; a page that only a browser can read.
async function wrongThings(person, url, { postgresPort, demoUrl }, say) {
  for (const [name, address] of [['Nobody', 'http://127.0.0.1:1/'], ['Inside', 'http://10.11.12.13/'], ['Gone', new URL('/there-is-no-such-page', demoUrl).href]]) {
    await attempt(say, `a competitor at ${address}`, () =>
      person.call('POST', '/competitors', { name, url: address, sources: [{ url: address, kind: 'PRICING' }] }));
  }
  await attempt(say, 'a look around', () => person.call('POST', '/discoveries', { url: demoUrl }));
  const insert = `insert into jobs.job (queue, kind, workspace_id, payload)
    select 'process-jobs', 'process-snapshot', id, '{"snapshotId": "nothing of the kind"}' from gateway.workspace limit 1`;
  execFileSync('psql', ['-qX', '-h', '127.0.0.1', '-p', String(postgresPort), '-U', 'postgres', '-d', 'competitoriq', '-c', insert], { stdio: ['ignore', 'ignore', 'inherit'] });
}

// What is only there to provoke something need not succeed; that it did not is told.
async function attempt(say, what, act) {
  try {
    return await act();
  } catch (error) {
    say(`${what}: ${error.message.slice(0, 200)}`);
    return null;
  }
}

const quietly = (promise) => promise.catch(() => null);

async function reading(person, end) {
  for (let i = 0; Date.now() < end; i++) {
    await quietly(person.call('GET', READS[i % READS.length]));
    await pause(50);
  }
}

// The market moves on, everything is visited, and visited again so that changes are confirmed.
async function changing(person, demoUrl, end) {
  while (Date.now() < end) {
    await quietly(market(demoUrl, '/steps/next'));
    for (let twice = 0; twice < 2 && Date.now() < end; twice++) {
      for (const source of (await quietly(person.all('/sources'))) ?? []) await quietly(person.call('POST', `/sources/${source.id}/visits`, {}));
      await pause(8000);
    }
  }
}

function market(demoUrl, path) {
  const { port } = new URL(demoUrl);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method: 'POST', headers: { host: `market.localhost:${port}` } }, (answer) => answer.resume().on('end', resolve)).on('error', reject).end();
  });
}

async function browsing(url, end) {
  for (let i = 0; Date.now() < end; i++) {
    const measures = Object.entries({ LOAD: 900 + (i % 7) * 300, LCP: 800 + (i % 5) * 400, INP: 40 + (i % 9) * 30, CLS: 0.01 * (i % 12), TTFB: 60, ERRORS: i % 10 === 0 ? 1 : 0 })
      .map(([name, value]) => ({ name, value }));
    await quietly(fetch(`${url}/api/v1/rum`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-ciq-csrf': '1' }, body: JSON.stringify({ page: i % 2 ? '/' : '/signals/$id', build: 'bench', measures }) }));
    await pause(1200);
  }
}

// Wrong passwords until they are told to wait, a wrong key, a page that is not theirs.
async function strangers(url, end) {
  for (let i = 0; Date.now() < end; i++) {
    const guess = { email: `guess${i % 3}@example.com`, password: WRONG_PASSWORD };
    await quietly(fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-ciq-csrf': '1' }, body: JSON.stringify(guess) }));
    await quietly(fetch(`${url}/api/v1/competitors`, { headers: { authorization: `Bearer ${WRONG_KEY}` } }));
    await quietly(fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(guess) }));
    await pause(1500);
  }
}

async function asking(person, end) {
  for (let i = 0; Date.now() < end; i++) {
    await quietly(person.call('POST', '/ask', { question: `What changed in the prices of week ${i}?` }));
    await pause(5000);
  }
}

// What is joined from analysis fails meanwhile, and the gateway counts errors of ours.
async function killed(person, state, say) {
  process.kill(state().processes.find((each) => each.name === 'analysis').pid, 'SIGKILL');
  say('analysis was killed');
  for (let i = 0; i < 20; i++) {
    await quietly(person.call('GET', '/signals'));
    await pause(150);
  }
}

// A page that stays open.
async function listen(url, password, signal) {
  const opened = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-ciq-csrf': '1' }, body: JSON.stringify({ email: EMAIL, password }) });
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0];
  const stream = await quietly(fetch(`${url}/api/v1/events`, { headers: { cookie, accept: 'text/event-stream' }, signal }));
  await quietly(stream?.text() ?? Promise.resolve());
}
