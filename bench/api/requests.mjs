// Signs several sessions in, writes what the dashboards ask for, and counts the statements of each kind of request.
//   node requests.mjs CIQ_HOME
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const home = process.argv[2];
const { url, postgresPort } = JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
const competitors = readFileSync(`${home}/competitors.txt`, 'utf8').split(',');
const person = { email: 'reader@example.com', password: 'a long enough password' };
const sessions = [];
for (let i = 0; i < 12; i++) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-ciq-csrf': '1' }, body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
  sessions.push(answer.headers.get('set-cookie').split(';')[0].split('=')[1]);
}

async function get(path) {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie: `ciq_session=${sessions[0]}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
const idsOf = async (path) => (await get(path)).items.map((each) => each.id);
const signals = await idsOf('/signals?limit=100');
const sources = await idsOf('/sources?limit=100');
const documents = await idsOf('/documents?limit=100');
const changes = await idsOf('/changes?limit=100');
const inbox = (await get('/signals')).nextCursor;

// Any number, the same in every run.
let seed = 42;
const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
const one = (list) => list[random(list.length)];
const words = ['raised', 'month', 'plan 77', '$42', 'shared inbox'];
// What the pages ask for when they are opened, by how often they are.
const kinds = [
  ['session', 10, () => '/session'],
  ['overview', 10, () => '/overview'],
  ['inbox', 14, () => '/signals?collapsed=true'],
  ['inbox: next page', 3, () => `/signals?cursor=${encodeURIComponent(inbox)}`],
  ['inbox: category and triage', 5, () => `/signals?category=${one(['PRICING', 'PRODUCT', 'HIRING'])}&triage=NEW`],
  ['inbox: search', 4, () => `/signals?q=${encodeURIComponent(one(words))}`],
  ['inbox: facets', 8, () => '/signals/counts'],
  ['signal', 10, () => `/signals/${one(signals)}`],
  ['competitor', 8, () => `/competitors/${one(competitors)}/overview`],
  ['competitor: facts', 6, () => `/facts?competitorId=${one(competitors)}&current=true&limit=50`],
  ['competitor: signals', 3, () => `/signals?competitorId=${one(competitors)}`],
  ['competitors', 5, () => '/competitors?limit=50'],
  ['competitors: search', 2, () => `/competitors?q=company%20${random(1000)}`],
  ['sources', 3, () => '/sources?limit=50'],
  ['source', 2, () => `/sources/${one(sources)}`],
  ['document', 2, () => `/documents/${one(documents)}`],
  ['changes', 2, () => '/changes?limit=50'],
  ['change', 1, () => `/changes/${one(changes)}`],
  ['stories', 1, () => '/stories'],
  ['members', 1, () => '/members'],
];

const paths = {};
for (const [name, , path] of kinds) {
  const answer = await fetch(`${url}/api/v1${path()}`, { headers: { cookie: `ciq_session=${sessions[0]}` } });
  if (answer.ok) paths[name] = path;
  else throw new Error(`${name} ${path()}: ${answer.status} ${await answer.text()}`);
}
const wheel = kinds.flatMap(([name, weight]) => Array(weight).fill(name));
const lines = ['name,path,session'];
for (let i = 0; i < 20000; i++) {
  const name = one(wheel);
  lines.push(`${name},/api/v1${paths[name]()},${one(sessions)}`);
}
writeFileSync(`${home}/requests.csv`, `${lines.join('\n')}\n`);

// Statements by kind: what was called in PostgreSQL beside what is called while nobody asks.
function statements(...args) {
  const ran = spawnSync('java', ['-cp', 'local/target/lib/*', 'bench/api/Statements.java', `jdbc:postgresql://127.0.0.1:${postgresPort}/competitoriq?user=postgres`, ...args], {
    input: '', encoding: 'utf8', env: { ...process.env, PATH: `${process.env.JAVA_HOME}/bin:${process.env.PATH}` },
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}
const asked = kinds.map(([name]) => `${name}\t${url}/api/v1${paths[name]()}`).join('\n');
writeFileSync(`${home}/asked.tsv`, asked);
writeFileSync(`${home}/statements.tsv`, statements(`${home}/asked.tsv`, sessions[0]));
process.stderr.write(readFileSync(`${home}/statements.tsv`, 'utf8').split('\n').filter((line) => !line.startsWith('  ')).map((line) => `  ${line}\n`).join(''));
