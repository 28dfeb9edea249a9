// What holds of every workflow, whoever writes the next one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { REQUIRED } from '../preflight/tests.mjs';
import { IMAGES } from '../preflight/rollback.mjs';
import { root } from './support/stage.mjs';

const folder = join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { ...parse(text), name, text };
});
const action = { name: 'actions/deploy', text: readFileSync(join(root, '.github/actions/deploy/action.yml'), 'utf8') };
action.steps = parse(action.text).runs.steps;

const named = (name) => workflows.find((each) => each.name === `${name}.yml`);
const jobs = workflows.flatMap((workflow) => Object.entries(workflow.jobs).map(([id, job]) => ({ workflow, id, job, at: `${workflow.name} ${id}` })));
const steps = [
  ...jobs.flatMap(({ job, at }) => (job.steps ?? []).map((step) => ({ step, at }))),
  ...action.steps.map((step) => ({ step, at: action.name })),
];
const scripts = steps.filter(({ step }) => step.run).map(({ step, at }) => ({ at, run: step.run }));
/** What each part needs, directly or by others. */
const before = (workflow, id) => {
  const direct = [workflow.jobs[id].needs ?? []].flat();
  return new Set([...direct, ...direct.flatMap((each) => [...before(workflow, each)])]);
};
const release = named('release');

test('the workflows are there', () => {
  assert.deepEqual(workflows.map((each) => each.name).sort(), ['build-and-test.yml', 'native.yml', 'nightly.yml', 'release.yml', 'security.yml']);
});

test('every action is pinned by commit, with its version beside it, and one version is one commit', () => {
  const pins = new Map();
  for (const { name, text } of [...workflows, action]) {
    for (const [, uses] of text.matchAll(/uses:\s*(.+)$/gm)) {
      if (uses.startsWith('./')) {
        assert.ok(existsSync(join(root, uses)) || existsSync(join(root, uses, 'action.yml')), `${name}: ${uses}`);
        continue;
      }
      const [, which, commit, version] = /^([\w./-]+)@([0-9a-f]{40}) # (v\d[\w.]*)$/.exec(uses) ?? assert.fail(`${name}: ${uses}`);
      const known = pins.get(which) ?? `${commit} ${version}`;
      assert.equal(`${commit} ${version}`, known, `${name}: ${which}`);
      pins.set(which, known);
    }
  }
  assert.ok(pins.size > 8);
});

test('nothing is permitted but what a job asks for, and only what it needs is asked for', () => {
  const writes = { 'packages': ['images', 'vouch'], 'id-token': ['vouch'], 'attestations': ['vouch'], 'security-events': ['codeql', 'security'] };
  for (const workflow of workflows) assert.deepEqual(workflow.permissions, {}, workflow.name);
  for (const { id, job, at } of jobs) {
    assert.ok(job.permissions, `${at} says no permissions`);
    for (const [what, how] of Object.entries(job.permissions)) {
      if (how === 'write') assert.ok(writes[what]?.includes(id), `${at} writes ${what}`);
      else assert.equal(how, 'read', at);
    }
  }
});

test('every job ends, and every workflow says what may run beside it', () => {
  for (const { job, at } of jobs) if (!job.uses) assert.ok(job['timeout-minutes'] > 0 && job['timeout-minutes'] <= 150, `${at} has no end`);
  for (const workflow of workflows) {
    assert.ok(workflow.concurrency?.group, workflow.name);
    // A called workflow bears its caller's name: it would wait for, or end, its caller.
    assert.ok(!workflow.concurrency.group.includes('github.workflow'), workflow.name);
  }
});

test('a deployment is never broken off by the next one', () => {
  assert.equal(release.concurrency['cancel-in-progress'], false);
  for (const { job, at } of jobs) if (job.environment) assert.equal(job.concurrency?.['cancel-in-progress'], false, at);
});

test('no secret is in the reach of a fork', () => {
  for (const { name, text, on, jobs: own } of workflows) {
    const events = Object.keys(on);
    assert.ok(!events.includes('pull_request_target') && !events.includes('workflow_run') && !events.includes('issue_comment'), name);
    assert.ok(!/secrets:\s*inherit/.test(text), name);
    if (!events.includes('pull_request')) continue;
    assert.ok(!text.includes('secrets.'), `${name} runs for pull requests and names a secret`);
    for (const [id, job] of Object.entries(own)) {
      assert.ok(!job.environment, `${name} ${id}`);
      assert.ok(!/self-hosted/.test(JSON.stringify(job['runs-on'])), `${name} ${id}`);
    }
  }
});

test('secrets of an environment are named only by jobs of that environment', () => {
  for (const { job, at } of jobs) {
    const secrets = [...JSON.stringify(job).matchAll(/secrets\.(\w+)/g)].map((match) => match[1]).filter((name) => name !== 'GITHUB_TOKEN');
    if (secrets.length > 0) assert.ok(job.environment?.name, `${at} names ${secrets} and has no environment`);
  }
});

test('no script is put together from what others say', () => {
  for (const { at, run } of scripts) assert.ok(!run.includes('${{'), `${at}: hand it over as env:\n${run}`);
});

test('no checkout leaves its token behind', () => {
  const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
  assert.ok(checkouts.length > 5);
  for (const { step, at } of checkouts) assert.equal(step.with?.['persist-credentials'], false, at);
});

test('what is released is built from no cache', () => {
  const cached = steps.filter(({ step, at }) => /^(release|actions)/.test(at) && (step.with?.cache || step.uses?.startsWith('actions/cache')));
  assert.deepEqual(cached, []);
  assert.equal(release.jobs.test.with.keep, true);
  const java = named('build-and-test').jobs.test.steps.find((each) => each.uses?.startsWith('actions/setup-java@'));
  assert.match(java.with.cache, /!inputs\.keep/);
});

test('staging, acceptance, approval, production: in this order, after tests, scanners and signatures', () => {
  assert.deepEqual(before(release, 'images'), new Set(['test', 'security']));
  assert.ok(before(release, 'staging').has('vouch'));
  assert.ok(before(release, 'acceptance').has('staging'));
  for (const part of ['test', 'security', 'images', 'vouch', 'staging', 'acceptance', 'bill-of-materials']) assert.ok(before(release, 'production').has(part), part);
  assert.equal(release.jobs.staging.environment.name, 'staging');
  assert.equal(release.jobs.acceptance.environment.name, 'staging');
  assert.equal(release.jobs.production.environment.name, 'production');
  for (const id of ['images', 'production']) assert.equal(release.jobs[id].if, "github.ref == 'refs/heads/main'", id);
  // A job that runs whatever became of those before it would undo the order.
  for (const [id, job] of Object.entries(release.jobs)) assert.ok(!/always\(\)|failure\(\)|cancelled\(\)/.test(job.if ?? ''), id);
  for (const { step, at } of steps) assert.ok(!step['continue-on-error'], at);
});

test('production gets the digests that staging got, and nothing is built twice', () => {
  const deployments = Object.entries(release.jobs).filter(([, job]) => job.steps?.some((each) => each.uses === './.github/actions/deploy'));
  assert.deepEqual(deployments.map(([id]) => id), ['staging', 'production']);
  const given = deployments.map(([, job]) => job.steps.find((each) => each.uses === './.github/actions/deploy').with);
  for (const each of given) {
    assert.equal(each.digests, '${{ needs.images.outputs.digests }}');
    assert.equal(each.prefix, '${{ needs.images.outputs.prefix }}');
  }
  const { values: staging, ...same } = given[0];
  const { values: production, ...also } = given[1];
  assert.deepEqual(same, also);
  assert.deepEqual([staging, production], ['helm/competitoriq/values-staging.yaml', 'helm/competitoriq/values-prod.yaml']);
  const builds = /docker (buildx )?(build|push)|deploy\/docker\/build/;
  assert.doesNotMatch(action.text, builds);
  const building = Object.entries(release.jobs).filter(([, job]) => builds.test(JSON.stringify(job)));
  assert.deepEqual(building.map(([id]) => id), ['images']);
});

test('a deployment verifies, asks, and only then acts', () => {
  const order = action.steps.filter((each) => each.run).map((each) => /cosign verify|preflight\/run|rollout\/run/.exec(each.run)?.[0]).filter(Boolean);
  assert.deepEqual(order, ['cosign verify', 'preflight/run', 'rollout/run']);
  const script = action.steps.find((each) => each.run?.includes('cosign verify')).run;
  assert.match(script, /workflows\/release\.yml@refs\/heads\/main/);
  assert.match(script, /gh attestation verify/);
  // None left out: a loop over nothing verifies nothing.
  assert.ok(script.includes(`length == ${IMAGES.length}`));
});

test('every image of the chart is built, scanned, signed and deployed', () => {
  const schema = JSON.parse(readFileSync(join(root, 'helm/competitoriq/values.schema.json'), 'utf8'));
  const builds = readFileSync(join(root, 'deploy/docker/build'), 'utf8');
  const built = [...(/for service in ([\w ]+);/.exec(builds)?.[1].split(' ') ?? []), ...[...builds.matchAll(/^build (\w+)/gm)].map((match) => match[1])];

  assert.deepEqual(Object.keys(schema.properties.image.properties.digests.properties).sort(), [...IMAGES].sort());
  assert.deepEqual(built.sort(), [...IMAGES].sort());
  assert.deepEqual([...release.jobs.vouch.strategy.matrix.image].sort(), [...IMAGES].sort());
});

test('the check that a deployment asks for is the one that runs the tests', () => {
  const [caller, called] = REQUIRED.split(' / ');
  assert.equal(release.jobs[caller].uses, './.github/workflows/build-and-test.yml');
  assert.ok(named('build-and-test').jobs[called].steps.some((each) => each.run === './ciq test'));
});

test('the scanners are all there', () => {
  const security = named('security').jobs;
  assert.deepEqual(Object.keys(security), ['codeql', 'dependencies', 'files', 'secrets', 'workflows']);
  assert.deepEqual(security.codeql.strategy.matrix.language, ['java-kotlin', 'javascript-typescript', 'actions']);
  assert.ok(named('security').on.schedule);
});

test('every command and path that a workflow names is there', () => {
  const texts = [...scripts, ...named('nightly').jobs.long.strategy.matrix.include.map(({ command }) => ({ at: 'nightly.yml long', run: command }))];
  const help = spawnSync(join(root, 'ciq'), ['help'], { encoding: 'utf8' }).stdout;
  const seen = { commands: 0, paths: 0 };
  for (const { at, run } of texts) {
    for (const [, command, name] of run.matchAll(/\.\/ciq (\w+)(?: ([\w-]+))?/g)) {
      assert.match(help, new RegExp(`\\./ciq ${command}\\b`), `${at}: ./ciq ${command}`);
      if (command === 'bench') assert.ok(existsSync(join(root, 'bench', name, 'run')), `${at}: ./ciq bench ${name}`);
      if (command === 'test' && name) assert.ok(help.includes(`./ciq test ${name}`), `${at}: ./ciq test ${name}`);
      seen.commands += 1;
    }
    for (const [path] of run.matchAll(/(?<![\w./-])(?:ops|deploy|bench|helm|tests)\/[\w./-]*\w/g)) {
      assert.ok(existsSync(join(root, path)), `${at}: ${path}`);
      seen.paths += 1;
    }
    for (const [, script] of run.matchAll(/npm --prefix web run (?:--silent )?([\w:-]+)/g)) {
      assert.ok(JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8')).scripts[script], `${at}: npm run ${script}`);
    }
  }
  for (const { step, at } of steps) if (step.with?.values) assert.ok(existsSync(join(root, step.with.values)), `${at}: ${step.with.values}`);
  assert.ok(seen.commands >= 8 && seen.paths >= 5, JSON.stringify(seen));
});

test('options of benches are ones they know', () => {
  for (const { command } of named('nightly').jobs.long.strategy.matrix.include) {
    const [, name, options] = /^\.\/ciq bench (\w+)(.*)$/.exec(command) ?? [];
    if (!name) continue;
    const sources = [`bench/${name}/run`, name === 'chaos' && 'tests/chaos/run'].filter(Boolean).map((path) => readFileSync(join(root, path), 'utf8')).join();
    for (const [option] of options.matchAll(/--[\w-]+/g)) assert.match(sources, new RegExp(`${option}(?![\\w-])`), `${name} does not know ${option}`);
  }
});
