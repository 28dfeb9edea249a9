// Brings a release in, watches it, and takes it back by itself when it does harm. See README.md of the folder above.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { firing, history, query, run, running, Unasked } from '../ask.mjs';
import { FAST_BURN, verdict } from './watch.mjs';

const say = (text) => process.stderr.write(`${text}\n`);

function settings() {
  try {
    return parseArgs({
      options: {
        release: { type: 'string', default: 'competitoriq' },
        namespace: { type: 'string', default: 'competitoriq' },
        chart: { type: 'string', default: 'helm/competitoriq' },
        values: { type: 'string', multiple: true, default: [] },
        prometheus: { type: 'string', default: 'http://127.0.0.1:9090' },
        selector: { type: 'string', default: 'sloth_service="competitoriq"' },
        timeout: { type: 'string', default: '10m' },
        watch: { type: 'string', default: '600' },
        every: { type: 'string', default: '30' },
        burn: { type: 'string', default: String(FAST_BURN) },
      },
    }).values;
  } catch (unknown) {
    say(`${unknown.message}\nops/README.md has the options.`);
    return process.exit(64);
  }
}

const options = settings();
const { release, namespace, prometheus, selector, timeout } = options;
const seconds = { watch: Number(options.watch), every: Number(options.every), burn: Number(options.burn) };
if (Object.values(seconds).some((each) => !(each > 0))) {
  say('--watch, --every and --burn are numbers above 0.');
  process.exit(64);
}
const helm = async (...args) => {
  say(`helm ${args.slice(0, 2).join(' ')} ...`);
  // Longer than any --timeout of ours: helm ends by itself.
  return run('helm', [...args, '--namespace', namespace], { refusal: true, limit: 1_800_000 });
};

async function sample() {
  try {
    const burn = await query(prometheus, `max by (sloth_slo) (slo:current_burn_rate:ratio{${selector}})`);
    const alerts = await firing(prometheus);
    // An objective without traffic has no rate; that the rules are there at all, their budgets say.
    const rules = await query(prometheus, `slo:error_budget:ratio{${selector}}`);
    if (rules.length === 0) return { silent: `Prometheus knows no objective with {${selector}}` };
    return { burn: burn.map(({ labels, value }) => ({ slo: labels.sloth_slo, rate: value })), alerts };
  } catch (failed) {
    if (!(failed instanceof Unasked)) throw failed;
    return { silent: failed.message };
  }
}

/** Why it must go, or nothing; ends early when it must. */
async function harm(before) {
  const samples = [];
  const end = Date.now() + seconds.watch * 1000;
  for (;;) {
    samples.push(await sample());
    const latest = samples.at(-1);
    say(latest.silent ?? latest.burn.map(({ slo, rate }) => `${slo} ${rate.toFixed(2)}`).concat(latest.alerts).join('  '));
    const why = verdict(samples, { burn: seconds.burn, before });
    if (why) return { why, samples };
    if (Date.now() >= end) return { samples };
    await pause(seconds.every * 1000);
  }
}

function finish(outcome, code, more = {}) {
  process.stdout.write(`${JSON.stringify({ release, namespace, at: new Date().toISOString(), outcome, ...more })}\n`);
  process.exit(code);
}

const before = running(await history(release, namespace))?.revision;

async function takeBack(why) {
  say(`taking it back: ${why}`);
  if (before === undefined) finish('failed', 70, { why, next: 'There was no revision before it: look at it with helm status.' });
  try {
    await helm('rollback', release, String(before), '--wait', '--timeout', timeout);
  } catch (failed) {
    finish('failed', 70, { why, rollback: failed.message, next: `Take it back by hand: helm rollback ${release} ${before} -n ${namespace}` });
  }
  finish('rolled-back', 1, { why, to: before });
}

let alertsBefore;
try {
  alertsBefore = await firing(prometheus);
} catch (failed) {
  finish('not-begun', 69, { why: failed.message });
}
try {
  await helm('upgrade', release, options.chart, '--install', '--wait', '--timeout', timeout, '--history-max', '10', ...options.values.flatMap((file) => ['--values', file]));
  await helm('test', release, '--timeout', '5m');
} catch (failed) {
  await takeBack(failed.message);
}
const { why, samples } = await harm(alertsBefore);
const highest = Object.fromEntries(samples.flatMap((each) => each.burn ?? []).map(({ slo, rate }) => [slo, rate]).sort((a, b) => a[1] - b[1]));
if (why) await takeBack(why);
finish('kept', 0, { from: before ?? null, watchedSeconds: seconds.watch, highestBurn: highest });
