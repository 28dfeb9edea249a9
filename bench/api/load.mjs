// Fills an empty installation: an account, competitors, sources, documents, facts, changes, signals.
//   node load.mjs CIQ_HOME DOCUMENTS COMPETITORS JAVA
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gateway } from '../../tests/realpages/gateway.mjs';

const [home, documents, competitors, java] = process.argv.slice(2);
const { url, postgresPort } = JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
const { call } = gateway(url);
const jdbc = `jdbc:postgresql://127.0.0.1:${postgresPort}/competitoriq?user=postgres`;
const person = { email: 'reader@example.com', password: 'a long enough password' };

function run(program, ...args) {
  const ran = spawnSync(java, ['-cp', 'local/target/lib/*', program, jdbc, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (ran.status !== 0) throw new Error(`${program} ended with ${ran.status}`);
}

await call('POST', '/setup', { workspaceName: 'Bench', name: 'Reader', ...person });
const { workspace } = await call('GET', '/session');
const ids = Array.from({ length: Number(competitors) }, () => randomUUID());
writeFileSync(`${home}/competitors.txt`, ids.join(','));
writeFileSync(`${home}/workspace.txt`, workspace.id);
run('bench/api/Script.java', 'bench/api/before.sql', workspace.id, ids.join(','));
run('bench/ask/Corpus.java', 'seed', workspace.id, documents, ids.join(','));
run('bench/api/Script.java', 'bench/api/after.sql', workspace.id, ids.join(','));
