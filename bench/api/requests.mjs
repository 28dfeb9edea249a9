// Signs several sessions in, writes what the dashboards ask for, and counts the statements of each kind of request.
//   node requests.mjs CIQ_HOME
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { kindsOf, requestsOf } from './kinds.mjs';

const home = process.argv[2];
const { url, postgresPort } = JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
const person = { email: 'reader@example.com', password: 'a long enough password' };
const sessions = [];
for (let i = 0; i < 12; i++) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-ciq-csrf': '1' }, body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
  sessions.push(answer.headers.get('set-cookie').split(';')[0].split('=')[1]);
}

// The first answers of processes that have just started may come too late for the gateway's patience.
async function get(path, patience = 5) {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie: `ciq_session=${sessions[0]}` } });
  if (answer.status >= 503 && patience > 0) {
    await answer.text();
    process.stderr.write(`  ${path}: ${answer.status}, asked again\n`);
    return get(path, patience - 1);
  }
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
const asking = await kindsOf(get, readFileSync(`${home}/competitors.txt`, 'utf8').split(','));
for (const [, , path] of asking.kinds) await get(path());
writeFileSync(`${home}/requests.csv`, requestsOf(asking, sessions));

// Statements by kind: what was called in PostgreSQL beside what is called while nobody asks.
function statements(...args) {
  const ran = spawnSync('java', ['-cp', 'local/target/lib/*', 'bench/api/Statements.java', `jdbc:postgresql://127.0.0.1:${postgresPort}/competitoriq?user=postgres`, ...args], {
    input: '', encoding: 'utf8', env: { ...process.env, PATH: `${process.env.JAVA_HOME}/bin:${process.env.PATH}` },
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}
const asked = asking.kinds.map(([name, , path]) => `${name}\t${url}/api/v1${path()}`).join('\n');
writeFileSync(`${home}/asked.tsv`, asked);
writeFileSync(`${home}/statements.tsv`, statements(`${home}/asked.tsv`, sessions[0]));
process.stderr.write(readFileSync(`${home}/statements.tsv`, 'utf8').split('\n').filter((line) => !line.startsWith('  ')).map((line) => `  ${line}\n`).join(''));
