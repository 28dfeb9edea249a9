import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prometheus, stage } from './support/stage.mjs';

const REVISIONS = JSON.stringify([
  { revision: 6, status: 'superseded' },
  { revision: 7, status: 'deployed' },
]);
const FAST = ['--watch', '1', '--every', '0.02'];
/** What takes a release back ends the watch; a busy machine must not end it before. */
const PATIENT = ['--watch', '60', '--every', '0.02'];

function helm(rules = []) {
  return stage().program('helm', [...rules, ['history', REVISIONS], ['upgrade'], ['test'], ['rollback']]);
}

/** Objectives burn at this rate; alerts are those that fire. */
const burning = (rate, alerts = () => []) => (promql, asked) => {
  if (promql.startsWith('ALERTS')) return alerts(asked).map((alertname) => [{ alertname }, 1]);
  if (promql.includes('error_budget')) return [[{ sloth_slo: 'api' }, 0.01]];
  return [[{ sloth_slo: 'api' }, rate(asked)], [{ sloth_slo: 'jobs' }, 0]];
};

test('a release that does no harm stays', async () => {
  const at = await prometheus(burning(() => 0.4));
  const scene = helm();

  const { code, json } = await scene.run('rollout', [...FAST, '--prometheus', at, '--values', 'a.yaml', '--values', 'b.yaml']);

  assert.equal(code, 0);
  assert.equal(json.outcome, 'kept');
  assert.equal(json.from, 7);
  assert.deepEqual(json.highestBurn, { jobs: 0, api: 0.4 });
  assert.match(scene.asked().join('\n'), /helm upgrade competitoriq .*--install --wait .*--values a.yaml --values b.yaml/);
  assert.ok(!scene.asked().some((line) => line.includes('rollback')));
});

test('a release that burns is taken back to the revision that ran before it', async () => {
  const at = await prometheus(burning(() => 31));
  const scene = helm();

  const { code, json } = await scene.run('rollout', [...PATIENT, '--prometheus', at]);

  assert.equal(code, 1);
  assert.equal(json.outcome, 'rolled-back');
  assert.equal(json.to, 7);
  assert.equal(json.why, 'api spends its budget 31.0 times too fast');
  assert.match(scene.asked().at(-1), /^helm rollback competitoriq 7 --wait .*--namespace competitoriq$/);
});

test('one bad sample alone takes nothing back', async () => {
  // The first question is about alerts, before the release; then three questions make a sample.
  const at = await prometheus(burning((asked) => (asked === 5 ? 99 : 0)));

  const { code, json } = await helm().run('rollout', [...FAST, '--watch', '3', '--prometheus', at]);

  assert.equal(code, 0);
  assert.equal(json.highestBurn.api, 99);
});

test('an alert that came with the release takes it back; one that fired before does not', async () => {
  const known = await prometheus(burning(() => 0, () => ['CiqOld']));
  const fresh = await prometheus(burning(() => 0, (asked) => (asked > 3 ? ['CiqOld', 'CiqNew'] : ['CiqOld'])));

  const kept = await helm().run('rollout', [...FAST, '--prometheus', known]);
  const back = await helm().run('rollout', [...PATIENT, '--prometheus', fresh]);

  assert.equal(kept.code, 0);
  assert.equal(back.code, 1);
  assert.equal(back.json.why, 'CiqNew fires');
});

test('a release that takes its metrics away is taken back', async () => {
  const at = await prometheus((promql, asked) => (asked > 4 ? undefined : burning(() => 0)(promql, asked)));

  const { code, json } = await helm().run('rollout', [...PATIENT, '--prometheus', at]);

  assert.equal(code, 1);
  assert.match(json.why, /nobody can tell.*out of order/);
});

test('rules that are gone are a silence, not a zero', async () => {
  const at = await prometheus(() => []);

  const { code, json } = await helm().run('rollout', [...PATIENT, '--prometheus', at]);

  assert.equal(code, 1);
  assert.match(json.why, /knows no objective/);
});

for (const [step, words] of [['upgrade', 'timed out waiting for the condition'], ['test', 'pod competitoriq-test failed']]) {
  test(`when helm ${step} fails the release is taken back`, async () => {
    const at = await prometheus(burning(() => 0));
    const scene = helm([[step, words, 1]]);

    const { code, json } = await scene.run('rollout', [...PATIENT, '--prometheus', at]);

    assert.equal(code, 1);
    assert.equal(json.to, 7);
    assert.match(json.why, new RegExp(words));
  });
}

test('nothing is begun while Prometheus does not answer', async () => {
  const scene = helm();

  const { code, json } = await scene.run('rollout', [...FAST, '--prometheus', 'http://127.0.0.1:1']);

  assert.equal(code, 69);
  assert.equal(json.outcome, 'not-begun');
  assert.ok(!scene.asked().some((line) => line.includes('upgrade')));
});

test('a first release that fails has nothing to go back to, and says so', async () => {
  const at = await prometheus(burning(() => 0));
  const scene = helm([['history', 'Error: release: not found', 1], ['upgrade', 'refused', 1]]);

  const { code, json } = await scene.run('rollout', [...FAST, '--prometheus', at]);

  assert.equal(code, 70);
  assert.equal(json.outcome, 'failed');
});

test('a rollback that fails calls for somebody', async () => {
  const at = await prometheus(burning(() => 31));
  const scene = helm([['rollback', 'no such revision', 1]]);

  const { code, json } = await scene.run('rollout', [...PATIENT, '--prometheus', at]);

  assert.equal(code, 70);
  assert.match(json.next, /helm rollback competitoriq 7/);
});

test('an option that is not known is refused before anything is asked', async () => {
  const scene = helm();

  assert.equal((await scene.run('rollout', ['--wach', '3'])).code, 64);
  assert.equal((await scene.run('rollout', ['--watch', 'long'])).code, 64);
  assert.deepEqual(scene.asked(), []);
});
