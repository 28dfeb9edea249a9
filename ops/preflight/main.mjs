// The checklist before a deployment, as a command. See README.md of the folder above.
import { parseArgs } from 'node:util';
import { history, run, running, Unasked, valuesOf } from '../ask.mjs';
import { budget } from './budget.mjs';
import { environment } from './environment.mjs';
import { flags } from './flags.mjs';
import { migrations } from './migrations.mjs';
import { rollback } from './rollback.mjs';
import { tests } from './tests.mjs';

const CHECKS = { tests, migrations, environment, flags, rollback, budget };

function refuse(why) {
  process.stderr.write(`${why}\nops/README.md has the options.\n`);
  process.exit(64);
}

function settings() {
  let options;
  try {
    options = parseArgs({
      options: {
        release: { type: 'string', default: 'competitoriq' },
        namespace: { type: 'string', default: 'competitoriq' },
        chart: { type: 'string', default: 'helm/competitoriq' },
        values: { type: 'string', multiple: true, default: [] },
        commit: { type: 'string', default: 'HEAD' },
        since: { type: 'string' },
        repository: { type: 'string', default: process.env.GITHUB_REPOSITORY ?? '' },
        running: { type: 'string', multiple: true, default: [] },
        prometheus: { type: 'string', default: 'http://127.0.0.1:9090' },
        selector: { type: 'string', default: 'sloth_service="competitoriq"' },
        today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        services: { type: 'string', default: 'services' },
        'flag-file': { type: 'string', default: 'libs/flags/src/main/java/io/competitoriq/flags/Flag.java' },
        only: { type: 'string' },
        accept: { type: 'string', multiple: true, default: [] },
        first: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (unknown) {
    refuse(unknown.message);
  }
  const chosen = options.only?.split(',') ?? Object.keys(CHECKS);
  const accepted = Object.fromEntries(options.accept.map((each) => /^([a-z]+)=\s*(\S.*)$/.exec(each)?.slice(1) ?? refuse(`--accept ${each}: say NAME=REASON.`)));
  for (const name of [...chosen, ...Object.keys(accepted)]) if (!CHECKS[name]) refuse(`There is no check ${name}: ${Object.keys(CHECKS).join(', ')}.`);
  return { ...options, flagFile: options['flag-file'], chosen, accepted };
}

/** The commit that runs: the chart is given it as the tag beside the digests. */
async function sinceRunning({ release, namespace }) {
  const now = running(await history(release, namespace));
  const tag = now && (await valuesOf(release, namespace, now.revision)).image?.tag;
  if (!/^[0-9a-f]{40}$/.test(tag ?? '')) throw new Unasked(`${release} does not say which commit runs (image.tag): name it with --since`);
  return tag;
}

async function result(name, options) {
  try {
    if (name === 'migrations' && !options.since) {
      if (options.first) return { name, ok: true, found: [], looked: 'first installation' };
      options.since = await sinceRunning(options);
    }
    const { found, looked, mend } = await CHECKS[name](options);
    const reason = options.accepted[name];
    if (found.length === 0) return { name, ok: true, found, looked };
    return reason ? { name, ok: true, found, looked, accepted: reason } : { name, ok: false, found, looked, mend };
  } catch (failed) {
    // A silence is never taken for a yes.
    return { name, ok: null, found: [failed.message], mend: failed instanceof Unasked ? 'Make it answer, and ask again.' : 'See the message.' };
  }
}

const options = settings();
const commit = (await run('git', ['rev-parse', options.commit]).catch((failed) => refuse(failed.message))).trim();
const checks = [];
for (const name of options.chosen) checks.push(await result(name, { ...options, commit }));
const ok = checks.every((check) => check.ok);

if (options.json) {
  process.stdout.write(`${JSON.stringify({ commit, release: options.release, at: new Date().toISOString(), ok, checks })}\n`);
} else {
  for (const check of checks) {
    const word = check.accepted ? 'ACCEPTED' : check.ok ? 'ok' : check.ok === null ? 'UNKNOWN' : 'REFUSED';
    process.stdout.write(`${word.padEnd(9)}${check.name.padEnd(13)}${check.looked ?? ''}\n`);
    for (const what of check.found) process.stdout.write(`           ${what}\n`);
    const last = check.accepted ? `because: ${check.accepted}` : check.mend;
    if (last) process.stdout.write(`           -> ${last}\n`);
  }
}
process.exitCode = ok ? 0 : checks.some((check) => check.ok === false) ? 1 : 69;
