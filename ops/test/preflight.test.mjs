import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { objections } from '../preflight/sql.mjs';
import { prometheus, root, stage } from './support/stage.mjs';

const REVISIONS = JSON.stringify([{ revision: 7, status: 'deployed' }]);
const IMAGES = ['gateway', 'competitors', 'crawl', 'process', 'analysis', 'migrator', 'recovery', 'web'];
const digest = (letter) => `sha256:${letter.repeat(64)}`;
const values = (digests, tag = '') => JSON.stringify({ image: { registry: 'registry.example', repository: 'ciq', tag, digests } });
const ALL = Object.fromEntries(IMAGES.map((name) => [name, digest('a')]));

async function check(name, scene, ...options) {
  const ran = await scene.run('preflight', ['--json', '--only', name, ...options]);
  const only = ran.json?.checks[0];
  return { code: ran.code, ok: only?.ok, found: only?.found.join('\n'), all: ran };
}

// ---- tests

const runs = (...checks) => stage().program('gh', [['check-runs', checks.map((each) => JSON.stringify(each)).join('\n')]]);

test('tests: green checks pass', async () => {
  const scene = runs(['test / test', 'completed', 'success'], ['codeql (actions)', 'completed', 'success'], ['dependencies', 'completed', 'skipped']);

  assert.deepEqual([(await check('tests', scene, '--repository', 'a/b')).ok], [true]);
  assert.match(scene.asked()[0], /^gh api --paginate repos\/a\/b\/commits\/[0-9a-f]{40}\/check-runs/);
});

test('tests: a red check, tests that still run, and tests that never ran are refused', async () => {
  const red = await check('tests', runs(['test / test', 'completed', 'success'], ['secrets', 'completed', 'failure']));
  const busy = await check('tests', runs(['test / test', 'in_progress', null]));
  const none = await check('tests', runs());

  assert.deepEqual([red.code, red.found], [1, '"secrets" ended with failure']);
  assert.match(busy.found, /has not succeeded/);
  assert.match(none.found, /has not succeeded/);
});

test('tests: the own deployment, which fails while it is tried again, is left out by name', async () => {
  const scene = runs(['test / test', 'completed', 'success'], ['production', 'completed', 'failure']);

  assert.equal((await check('tests', scene, '--running', 'production')).ok, true);
});

// ---- migrations

const FOLDER = 'services/crawl/src/main/resources/db/crawl';

/** A repository whose first commit runs and whose second is to be deployed. */
function repository(before, after) {
  const scene = stage();
  const git = (...args) => {
    const ran = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: scene.folder, encoding: 'utf8' });
    assert.equal(ran.status, 0, ran.stderr);
    return ran.stdout.trim();
  };
  const commit = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(scene.folder, path)), { recursive: true });
      writeFileSync(join(scene.folder, path), text);
    }
    git('add', '.');
    git('commit', '-q', '--allow-empty', '-m', 'commit');
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q');
  const since = commit(before);
  commit(after);
  return (...options) => scene.run('preflight', ['--json', '--only', 'migrations', '--since', since, ...options], { cwd: scene.folder });
}

test('migrations: one that only adds passes', async () => {
  const { code, json } = await repository(
    { [`${FOLDER}/V001__a.sql`]: 'create table a (id int);' },
    {
      [`${FOLDER}/V002__b.sql`]: `
        create table b (id int primary key, note text not null);
        create index b_note on b (note);
        alter table b enable row level security;
        alter table b alter column note type varchar(9);
        alter table a add column seen timestamptz not null default now();
        alter table a add column x int;
        alter table a add constraint x_small check (x < 9) not valid;
        alter table a drop constraint if exists old;
        grant select on a to reader;`,
      [`${FOLDER}/V003__c.sql`]: 'create index concurrently a_seen on a (seen);\n',
    },
  )();

  assert.deepEqual([code, json.checks[0].found], [0, []]);
  assert.match(json.checks[0].looked, /^2 new/);
});

for (const [sql, words] of [
  ['drop table a', 'table a goes'],
  ['drop function f(int)', 'function f goes'],
  ['drop index a_seen', 'drop it concurrently'],
  ['alter table a drop column x', 'column x goes'],
  ['alter table a rename column x to y', 'x is renamed to y'],
  ['alter table a rename to z', 'a is renamed to z'],
  ['alter table a alter column x type bigint', 'column x changes its type'],
  ['alter table a alter column x set not null', 'column x becomes not null'],
  ['alter table a add column y int not null', 'column y is not null and has no default'],
  ['alter table a add column y uuid default gen_random_uuid()', 'worked out per row'],
  ['alter table a add column y int generated always as (x + 1) stored', 'column y is computed'],
  ['alter table a add constraint c check (x > 0)', 'c is checked on every row'],
  ['alter table a add constraint c foreign key (x) references b', 'c is checked on every row'],
  ['alter table a add constraint c unique (x)', 'c builds its index under a lock'],
  ['alter table a set schema other', 'moves to another schema'],
  ['alter table a enable row level security', 'row security begins'],
  ['create index on a (x)', 'an index on a is built under a lock'],
  ['truncate a', 'is emptied'],
  ['delete from a where x = 1', 'rows of a go'],
  ['revoke select on a from reader', 'a right is taken away'],
  ['do $$ begin drop table a; end $$', 'do block'],
  ['vacuum full a', 'written anew'],
  ['alter tabel a', 'PostgreSQL cannot read it'],
]) {
  test(`migrations: "${sql}" is refused`, () => {
    const [{ line, what }, ...more] = objections(`-- why\n${sql};\n`, new Set());

    assert.match(what, new RegExp(words));
    assert.deepEqual([line, more], [words.startsWith('PostgreSQL') ? 1 : 2, []]);
  });
}

test('migrations: a comment that tells why accepts one statement and no other', async () => {
  const { json } = await repository(
    {},
    { [`${FOLDER}/V002__b.sql`]: '-- accepted: nothing since the release before last reads it\ndrop table a;\n\ndrop table b;\n-- accepted:\ndrop table c;\n' },
  )();

  assert.deepEqual(json.checks[0].found, [
    `${FOLDER}/V002__b.sql:4: table b goes: the release before uses it`,
    `${FOLDER}/V002__b.sql:6: table c goes: the release before uses it`,
  ]);
});

test('migrations: one that has run is never edited, and none comes before it', async () => {
  const { json } = await repository(
    { [`${FOLDER}/V005__a.sql`]: 'select 1;' },
    { [`${FOLDER}/V005__a.sql`]: 'select 2;', [`${FOLDER}/V004__late.sql`]: 'create table b (id int);' },
  )();

  assert.deepEqual(json.checks[0].found, [
    `${FOLDER}/V005__a.sql: a migration that has run is never changed or removed`,
    `${FOLDER}/V004__late.sql: comes before V5, which has run: number it higher`,
  ]);
});

test('migrations: what runs is asked of the release itself', async () => {
  const commit = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
  const known = stage().program('helm', [['history', REVISIONS], ['values --revision 7', values(ALL, commit)]]);
  const unknown = stage().program('helm', [['history', REVISIONS], ['values --revision 7', values(ALL, 'latest')]]);

  const told = await check('migrations', known);
  const untold = await check('migrations', unknown);

  assert.deepEqual([told.code, told.ok], [0, true]);
  assert.deepEqual([untold.code, untold.ok], [69, null]);
});

// ---- environment

const DEPLOYMENT = `
kind: Deployment
metadata: {name: competitoriq-crawl, labels: {app.kubernetes.io/name: crawl}}
spec: {template: {spec: {imagePullSecrets: [{name: pull}], containers: [{env: [
  {name: CIQ_DB_PASSWORD, valueFrom: {secretKeyRef: {name: database, key: password}}},
  {name: CIQ_MAYBE, valueFrom: {secretKeyRef: {name: maybe, key: x, optional: true}}},
  {name: CIQ_URL, value: "http://a"}]}]}}}
---
kind: Ingress
spec: {tls: [{secretName: certificate}]}
`;

function cluster(secrets, rendered = DEPLOYMENT) {
  return stage()
    .program('helm', [['template', rendered]])
    .program('kubectl', [...Object.entries(secrets).map(([name, keys]) => [`secret ${name} `.trim(), keys]), ['secret', '']]);
}
const PRESENT = { database: 'password\n', pull: '.dockerconfigjson\n', certificate: 'tls.crt\ntls.key\n' };

/** A folder of services with one whose settings are these. */
function services(scene, settings) {
  mkdirSync(join(scene.folder, 'services/crawl/src/main/resources'), { recursive: true });
  scene.file('services/crawl/src/main/resources/application.properties', settings);
  return ['--services', join(scene.folder, 'services')];
}

test('environment: everything the chart names is there', async () => {
  const scene = cluster(PRESENT);

  const { ok, found } = await check('environment', scene, ...services(scene, 'a=${CIQ_URL}\nb=${CIQ_OTHER:1}\n# ${CIQ_NOTE}\n'));

  assert.deepEqual([ok, found], [true, '']);
  assert.ok(scene.asked().every((line) => !line.includes('json') && !line.includes('yaml')), 'no value of a Secret is asked for');
});

test('environment: a missing Secret, a missing key, a variable without value or default are refused', async () => {
  const scene = cluster({ ...PRESENT, database: '', certificate: 'tls.crt\n' }, DEPLOYMENT.replace('"http://a"', '""'));

  const { code, found } = await check('environment', scene, ...services(scene, 'a=${CIQ_NEEDED}\n'));

  assert.equal(code, 1);
  assert.equal(
    found,
    [
      'competitoriq-crawl: CIQ_URL is empty',
      'competitoriq-crawl: CIQ_NEEDED has no default and is not set',
      'Secret database is missing in competitoriq, or empty',
      'Secret certificate has no tls.key',
    ].join('\n'),
  );
});

test('environment: production, as the chart renders it, names its Secrets and no variable without a value', async () => {
  const scene = cluster({}, readFileSync(join(root, 'k8s/prod/competitoriq.yaml'), 'utf8'));

  const { found } = await check('environment', scene);

  for (const name of ['competitoriq', 'competitoriq-database', 'competitoriq-oidc']) assert.match(found, new RegExp(`^Secret ${name} is missing in competitoriq`, 'm'));
  for (const line of found.split('\n')) assert.match(line, /^Secret [\w-]+ is missing/);
});

test("environment: what the chart's guards refuse is refused in their words", async () => {
  const scene = stage().program('helm', [['template', 'Error: ingress.enabled needs ingress.host.', 1]]);

  const { code, found } = await check('environment', scene);

  assert.equal(code, 1);
  assert.match(found, /ingress.enabled needs ingress.host/);
});

// ---- flags

const flagFile = (scene, ...constants) => scene.file('Flag.java', `public enum Flag {\n${constants.join(',\n')};\n\n  private final String key;\n}\n`);

test('flags: one past its last day is refused, one on it is not', async () => {
  const scene = stage();
  const file = flagFile(scene, '  /// A switch.\n  RUM("rum", true, null)', '  NEW_LIST("new.list", false, LocalDate.of(2026, 3, 9))', '  OLD("old", false, LocalDate.parse("2026-03-10"))');

  const on = await check('flags', scene, '--flag-file', file, '--today', '2026-03-09');
  const after = await check('flags', scene, '--flag-file', file, '--today', '2026-03-10');

  assert.equal(on.ok, true);
  assert.deepEqual([after.code, after.found], [1, 'new.list ended on 2026-03-09']);
});

test('flags: what cannot be read is refused, not overlooked', async () => {
  const scene = stage();

  const { found } = await check('flags', scene, '--flag-file', flagFile(scene, '  A("a", true, null)', '  B("b", true, SOON)'));

  assert.match(found, /1 flags of .* not understood/);
});

test("flags: the code's own are read", async () => {
  assert.equal((await check('flags', stage(), '--today', '2026-11-27')).ok, true);
});

// ---- rollback

const release = (digests, revisions = REVISIONS) => stage().program('helm', [['history', revisions], ['values --revision 7', values(digests)]]);

test('rollback: a running revision whose images are all there is a way back', async () => {
  const scene = release(ALL).program('docker', [['inspect', 'ok']]);

  assert.equal((await check('rollback', scene)).ok, true);
  assert.ok(scene.asked().includes(`docker buildx imagetools inspect registry.example/ciq/migrator@${digest('a')}`));
});

test('rollback: a lost image, one without digest, and a half-done upgrade are refused', async () => {
  const { crawl, ...others } = { ...ALL, gateway: digest('b') };
  const pending = JSON.stringify([{ revision: 7, status: 'deployed' }, { revision: 8, status: 'pending-upgrade' }]);
  const scene = release(others, pending).program('docker', [[`gateway@${digest('b')}`, 'not found', 1], ['inspect', 'ok']]);

  const { code, found } = await check('rollback', scene);

  assert.equal(code, 1);
  assert.match(found, /revision 8 is pending-upgrade/);
  assert.match(found, /revision 7 does not name crawl by digest/);
  assert.match(found, /gateway@sha256:b+ is not to be had: .*not found/);
  assert.ok(crawl);
});

test('rollback: a first installation has to be named one', async () => {
  const none = () => stage().program('helm', [['history', 'Error: release: not found', 1]]);

  assert.equal((await check('rollback', none())).code, 1);
  assert.equal((await check('rollback', none(), '--first')).code, 0);
});

test('rollback: a cluster that does not answer is not an answer', async () => {
  const scene = stage().program('helm', [['history', 'Error: Kubernetes cluster unreachable', 1]]);

  assert.equal((await check('rollback', scene, '--first')).code, 69);
});

// ---- budget

const slo = (left, alerts = []) => (promql) =>
  promql.startsWith('ALERTS') ? alerts.map((alertname) => [{ alertname }, 1]) : left.map(([name, value]) => [{ sloth_slo: name }, value]);

test('budget: what is left is said', async () => {
  const at = await prometheus(slo([['api', 0.42], ['jobs', 1]]));

  const { ok, all } = await check('budget', stage(), '--prometheus', at);

  assert.equal(ok, true);
  assert.equal(all.json.checks[0].looked, 'api 42 %, jobs 100 %');
});

test('budget: an overspent one and a firing alert are refused', async () => {
  const at = await prometheus(slo([['api', -0.1], ['jobs', 1]], ['CiqQueueStalled']));

  const { code, found } = await check('budget', stage(), '--prometheus', at);

  assert.deepEqual([code, found], [1, 'api: the budget of 30 days is overspent (-10 % left)\nCiqQueueStalled fires']);
});

test('budget: a silent Prometheus, and one without our rules, are not an answer', async () => {
  const without = await prometheus(slo([]));

  assert.equal((await check('budget', stage(), '--prometheus', 'http://127.0.0.1:1')).code, 69);
  assert.equal((await check('budget', stage(), '--prometheus', without)).code, 69);
});

// ---- the command

test('a refusal that is accepted says by whom it was thought over', async () => {
  const at = await prometheus(slo([['api', -0.1]]));

  const { code, all } = await check('budget', stage(), '--prometheus', at, '--accept', 'budget=mends the outage itself');

  assert.equal(code, 0);
  assert.equal(all.json.checks[0].accepted, 'mends the outage itself');
});

test('silence cannot be accepted', async () => {
  assert.equal((await check('budget', stage(), '--prometheus', 'http://127.0.0.1:1', '--accept', 'budget=never mind')).code, 69);
});

test('people read a table', async () => {
  const scene = stage();
  const { out, code } = await scene.run('preflight', ['--only', 'flags', '--today', '2026-11-27']);

  assert.equal(code, 0);
  assert.match(out, /^ok {7}flags {8}\d+ flags\n$/);
});

for (const wrong of [['--olny', 'flags'], ['--only', 'weather'], ['--accept', 'budget='], ['--commit', 'no-such-commit']]) {
  test(`"${wrong.join(' ')}" is refused before anything is asked`, async () => {
    const scene = stage();

    assert.equal((await scene.run('preflight', wrong)).code, 64);
    assert.deepEqual(scene.asked(), []);
  });
}
