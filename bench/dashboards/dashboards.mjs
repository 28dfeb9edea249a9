// Starts what is measured with, puts load on the stack, and asks every query of every dashboard.
//   node dashboards.mjs CIQ_HOME SECONDS KEEP SPANS-PORT
import { readFileSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { exporters } from './exporters.mjs';
import { load } from './load.mjs';
import { logs } from './logs.mjs';
import { queriesOf } from './panels.mjs';
import { prometheus } from './prometheus.mjs';
import { collector } from './spans.mjs';

const [home, seconds, keep, spansPort] = [process.argv[2], Number(process.argv[3]), process.argv[4] === 'true', Number(process.argv[5])];
const root = new URL('../../', import.meta.url).pathname;
const say = (text) => process.stderr.write(`  ${text}\n`);
const state = () => JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
// Panels that are rightly empty here, each with its reason. A query that answers although it is named here is a failure too: the list is to stay short.
const rightlyEmpty = JSON.parse(readFileSync(new URL('rightly-empty.json', import.meta.url), 'utf8'));

const started = [];
process.on('exit', () => started.forEach((each) => each.stop()));
const traces = collector(spansPort);
started.push(traces);
const beside = await exporters(state(), home);
started.push(...beside.started);
const prom = await prometheus({ root, home, services: servicesOf(state()), targets: beside.targets });
started.push(prom);
say(`Prometheus scrapes at ${prom.url}`);
// An increase is seen between two scrapes: what happens before the first one is no increase.
while (!(await allScraped())) await new Promise((resolve) => setTimeout(resolve, 500));

const begin = Date.now() / 1000;
const secrets = await load({ home, state, seconds, say });
say('the load is over, the rules are evaluated once more');
await new Promise((resolve) => setTimeout(resolve, 35_000));

const rules = (await prom.ask('/api/v1/rules')).groups.flatMap((group) => group.rules);
const ill = rules.filter((rule) => rule.health !== 'ok');
ill.forEach((rule) => say(`RULE ${rule.name}: ${rule.lastError}`));
const targets = (await prom.ask('/api/v1/targets')).activeTargets;
const down = targets.filter((target) => target.health !== 'up');
down.forEach((target) => say(`DOWN ${target.scrapeUrl}: ${target.lastError}`));

const results = [];
for (const file of readdirSync(`${root}deploy/monitoring/grafana`).sort()) {
  const board = JSON.parse(readFileSync(`${root}deploy/monitoring/grafana/${file}`, 'utf8'));
  for (const query of await queriesOf(board, prom)) results.push({ ...query, ...(await asked(query)) });
}

// It knows of no target yet for a few seconds after it says it is ready.
async function allScraped() {
  const known = (await prom.ask('/api/v1/targets')).activeTargets;
  return known.length > 0 && known.every((target) => target.health !== 'unknown');
}

async function asked(query) {
  const excused = rightlyEmpty.find((each) => each.dashboard === query.dashboard && each.panel === query.panel && (each.query ?? query.number) === query.number);
  const stand = standIn(query.expr);
  try {
    const series = await prom.range(query.expr, begin, Date.now() / 1000);
    const there = series.some((each) => each.values.some(([, value]) => Number.isFinite(Number(value))));
    if (there && excused) return { outcome: 'failed', stand, why: `it has data, take it off the list: ${excused.why}` };
    if (there) return { outcome: 'passed', stand, series: series.length };
    return excused ? { outcome: 'rightly empty', stand, why: excused.why } : { outcome: 'empty', stand };
  } catch (error) {
    return { outcome: 'failed', stand, why: error.message };
  }
}

// What a cluster's exporters would tell comes from a file: no cluster runs here.
function standIn(expr) {
  return /\b(kube_|container_|keda_)/.test(expr);
}

function servicesOf({ processes }) {
  return processes.filter((each) => each.managementPort).map((each) => ({ name: each.name, port: each.managementPort }));
}

const count = (test) => results.filter(test).length;
const boards = [...new Set(results.map((each) => each.dashboard))];
say(`${'dashboard'.padEnd(16)} queries passed empty failed`);
for (const board of boards) {
  const own = results.filter((each) => each.dashboard === board);
  const of = (outcome) => String(own.filter((each) => each.outcome === outcome).length).padStart(6);
  say(`${board.padEnd(16)} ${String(own.length).padStart(7)} ${of('passed')} ${of('empty')} ${of('failed')}`);
}
results.filter((each) => each.outcome !== 'passed').forEach((each) => say(`${each.outcome.toUpperCase()} ${each.dashboard} / ${each.panel}: ${each.why ?? ''}\n      ${each.expr}`));
const firing = (await prom.ask('/api/v1/alerts')).alerts.map((each) => `${each.labels.alertname} (${each.state})`);
say(`alerts: ${[...new Set(firing)].sort().join(', ')}`);
const widest = traces.widest();
say(`${traces.spans.length} spans of ${traces.services()} services; the widest trace: ${widest.names.join(', ')}`);
const written = logs(home, servicesOf(state()).map((each) => each.name), secrets);
say(`${written.lines} log lines, ${written.traced} with trace and span id`);
[...written.notJson.slice(0, 10).map((line) => `NO JSON ${line}`), ...written.secrets.map((line) => `SECRET ${line}`)].forEach(say);
if (keep) await createInterface({ input: process.stdin }).question(`  ${prom.url} and ${state().url} stay until Enter is pressed `);

const failed = count((each) => each.outcome === 'failed');
const empty = count((each) => each.outcome === 'empty');
const rows = [
  { metric: 'queries_passed', unit: 'queries', ours: count((each) => each.outcome === 'passed'), goal: 'all' },
  { metric: 'queries_empty', unit: 'queries', ours: empty, goal: '0', met: empty === 0 },
  { metric: 'queries_failed', unit: 'queries', ours: failed, goal: '0', met: failed === 0 },
  { metric: 'queries_rightly_empty', unit: 'queries', ours: count((each) => each.outcome === 'rightly empty') },
  { metric: 'queries_on_stand_ins', unit: 'queries', ours: count((each) => each.stand && each.outcome === 'passed') },
  { metric: 'rules_that_cannot_be_evaluated', unit: 'rules', ours: ill.length, goal: '0', met: ill.length === 0 && rules.length > 0 },
  { metric: 'targets_down', unit: 'targets', ours: down.length, goal: '0', met: down.length === 0 },
  { metric: 'services_that_tell_spans', unit: 'services', ours: traces.services(), goal: '5', met: traces.services() === 5 },
  { metric: 'services_of_the_widest_trace', unit: 'services', ours: widest.services, goal: '>=4', met: widest.services >= 4 },
  { metric: 'log_lines_with_a_trace', unit: 'lines', ours: written.traced, goal: '>0', met: written.traced > 0 },
  { metric: 'log_lines_that_are_no_json', unit: 'lines', ours: written.notJson.length + written.unnamed, goal: '0', met: written.notJson.length + written.unnamed === 0 },
  { metric: 'log_lines_with_a_secret', unit: 'lines', ours: written.secrets.length, goal: '0', met: written.secrets.length === 0 },
].map((row) => (row.metric === 'queries_passed' ? { ...row, met: empty + failed === 0 && row.ours > 0 } : row));
console.log(JSON.stringify({
  bench: 'dashboards', at: new Date().toISOString(), machine: { cpus: cpus().length }, dashboards: boards.length, queries: results.length, rules: rules.length,
  notPassed: results.filter((each) => each.outcome !== 'passed').map(({ dashboard, panel, outcome, why }) => ({ dashboard, panel, outcome, why })), rows,
}));
process.exit(rows.every((row) => row.met !== false) ? 0 : 1);
