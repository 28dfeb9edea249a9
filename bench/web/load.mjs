// Makes the lists long, on top of what bench/api/load.mjs wrote.
//   node load.mjs CIQ_HOME JAVA
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [home, java] = process.argv.slice(2);
const { postgresPort } = JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
const jdbc = `jdbc:postgresql://127.0.0.1:${postgresPort}/competitoriq?user=postgres`;
const given = ['workspace', 'competitors'].map((name) => readFileSync(`${home}/${name}.txt`, 'utf8'));
const ran = spawnSync(java, ['-cp', 'local/target/lib/*', 'bench/api/Script.java', jdbc, 'bench/web/long-lists.sql', ...given], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exit(ran.status ?? 70);
