// The commands ask for series that our rules really record.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { root } from './support/stage.mjs';

const recorded = parse(readFileSync(join(root, 'deploy/monitoring/slo-rules.yaml'), 'utf8')).groups.flatMap((group) => group.rules);

test('every series that is asked for is recorded, with the labels that are asked for', () => {
  const asked = ['preflight/budget.mjs', 'rollout/main.mjs']
    .flatMap((file) => [...readFileSync(join(root, 'ops', file), 'utf8').matchAll(/slo:[\w:]+/g)].map(([name]) => name));

  assert.equal(new Set(asked).size, 3);
  for (const name of asked) {
    const rules = recorded.filter((rule) => rule.record === name);
    assert.ok(rules.length > 0, name);
    for (const { labels } of rules) assert.ok(labels.sloth_service === 'competitoriq' && labels.sloth_slo, name);
  }
});

test('an alert that takes a release back is critical and bears our name', () => {
  const critical = recorded.filter((rule) => rule.labels?.severity === 'critical');

  assert.ok(critical.length > 0);
  for (const { alert } of critical) assert.match(alert, /^Ciq/);
});
