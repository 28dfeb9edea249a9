// What Gatling measured and PostgreSQL counted, as one JSON object.
//   node report.mjs CIQ_HOME RATE SECONDS
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { figuresOf } from './figures.mjs';

const [home, rate, seconds] = process.argv.slice(2);
const measured = figuresOf(`${home}/gatling`);
const statements = Object.fromEntries(
  readFileSync(`${home}/statements.tsv`, 'utf8').split('\n').filter((line) => line && !line.startsWith('  ')).map((line) => line.split('\t')).map(([name, own, frame]) => [name, { own: Number(own), frame: Number(frame) }]),
);
const { overall } = measured;
const kinds = measured.kinds.map((each) => ({ ...each, statements: statements[each.kind] }));
process.stderr.write(`  ${'kind'.padEnd(28)} requests failed  p50  p95  p99 worst statements\n`);
for (const k of kinds) {
  process.stderr.write(`  ${k.kind.padEnd(28)} ${String(k.requests).padStart(8)} ${String(k.failed).padStart(6)} ${[k.p50, k.p95, k.p99, k.worst].map((n) => String(n).padStart(4)).join(' ')} ${k.statements?.own}\n`);
}
const single = ['session', 'overview', 'signal', 'competitor', 'source', 'document', 'change'];
const most = Math.max(...kinds.filter((k) => !single.includes(k.kind)).map((k) => k.statements?.own ?? 0));
const page = kinds.find((k) => k.kind === 'competitor')?.statements?.own ?? 0;
const rows = [
  { metric: 'api_p95', unit: 'ms', ours: overall.p95, goal: '<=50', met: overall.p95 <= 50 },
  { metric: 'api_p99', unit: 'ms', ours: overall.p99, goal: '<=150', met: overall.p99 <= 150 },
  { metric: 'api_errors', unit: 'requests', ours: overall.failed, goal: '0', met: overall.failed === 0 },
  { metric: 'most_statements_of_a_list', unit: 'statements', ours: most, goal: '<=4', met: most <= 4 },
  { metric: 'statements_of_a_competitor', unit: 'statements', ours: page, goal: '<=10', met: page <= 10 },
];
console.log(JSON.stringify({ bench: 'api', at: new Date().toISOString(), machine: { cpus: cpus().length }, load: loadavg()[0], rate: Number(rate), seconds: Number(seconds), overall, rows, kinds }));
process.exit(rows.every((row) => row.met) ? 0 : 1);
