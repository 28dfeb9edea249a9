// Tracks competitors, has the corpus written, asks, and measures.
//   node measure.mjs CIQ_HOME DOCUMENTS QUESTIONS JAVA CORPUS
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gateway } from '../../tests/realpages/gateway.mjs';

const [home, documents, questions, java, corpus] = process.argv.slice(2);
const { url, postgresPort } = JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
const { call } = gateway(url);
const say = (text) => process.stderr.write(`  ${text}\n`);

const first = ['Nord', 'Bright', 'Ever', 'Clear', 'Swift', 'Blue', 'Iron', 'Silver', 'Quick', 'Open'];
const second = ['desk', 'pulse', 'board', 'loop', 'stack', 'field', 'forge', 'point', 'works', 'bay'];
const names = first.flatMap((a) => second.map((b) => `${a}${b}`));

function write(...args) {
  const ran = spawnSync(java, ['-cp', 'local/target/lib/*', corpus, `jdbc:postgresql://127.0.0.1:${postgresPort}/competitoriq?user=postgres`, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (ran.status !== 0) throw new Error(`the corpus was not written: ${ran.status}`);
}

const plans = ['Starter', 'Pro', 'Team', 'Business', 'Enterprise'];
const kinds = [
  (name, i) => `What does ${name} charge for ${plans[i % 5]}?`,
  (name) => `Which plans does ${name} offer?`,
  (name) => `Does ${name} support single sign-on with SAML?`,
  (name) => `Which positions are open at ${name}?`,
  (name) => `What did ${name} announce on its blog?`,
  (name) => `What changed at ${name} in the last 30 days?`,
  () => 'What changed since last week?',
  () => 'Who offers audit log export?',
  () => 'Which competitor supports workflow automation for customer messages?',
  (_, i) => `Who mentions codename ${10 + (i % 40)}?`,
  (name) => `Does ${name} offer quantum teleportation?`,
  () => 'What do they charge for Enterprise?',
];

await call('POST', '/setup', { workspaceName: 'Bench', name: 'Asker', email: 'asker@example.com', password: 'a long enough password' });
const { workspace } = await call('GET', '/session');
const ids = [];
for (const name of names) {
  ids.push((await call('POST', '/competitors', { name, url: `http://${name.toLowerCase()}.invalid/`, sources: [] })).id);
}
say(`${ids.length} competitors are tracked`);
write('seed', workspace.id, documents, ids.join(','));
// The connection of before was closed meanwhile.
await new Promise((resolve) => setTimeout(resolve, 1000));
await call('GET', '/session').catch(() => {});

const times = [];
let slowest = { millis: 0 };
const verdicts = {};
const warm = 40;
for (let i = -warm; i < Number(questions); i++) {
  const at = i + warm;
  const question = kinds[at % kinds.length](names[(at * 37) % names.length], at);
  const start = performance.now();
  const answer = await call('POST', '/ask', { question, zone: 'UTC' });
  const millis = performance.now() - start;
  if (i < 0) continue;
  times.push(millis);
  verdicts[answer.verdict] = (verdicts[answer.verdict] ?? 0) + 1;
  if (millis > slowest.millis) slowest = { millis, question, terms: answer.reading.terms, competitors: answer.reading.competitors.map((each) => each.id) };
  if (answer.coverage.away) throw new Error(`the search did not answer: ${question}`);
}
times.sort((a, b) => a - b);
const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
say(`slowest: ${Math.round(slowest.millis)} ms: ${slowest.question}`);
write('explain', workspace.id, slowest.terms.length === 0 ? 'plan' : slowest.terms.join(','), slowest.competitors.join(','));
const rows = [
  { metric: `ask_${documents}_documents_p95`, unit: 'ms', ours: at(0.95), median: at(0.5), p99: at(0.99), worst: Math.round(times.at(-1)), goal: '<=500', met: at(0.95) <= 500 },
];
console.log(JSON.stringify({ bench: 'ask', at: new Date().toISOString(), machine: { cpus: cpus().length }, documents: Number(documents), questions: times.length, verdicts, rows }));
process.exitCode = rows.every((row) => row.met) ? 0 : 1;
