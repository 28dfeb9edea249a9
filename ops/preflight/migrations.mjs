// New migrations only add: the release that runs now goes on beside them, and is what a rollback leads back to.
import { run } from '../ask.mjs';
import { objections } from './sql.mjs';

const MIGRATION = /\/src\/main\/resources\/db\/([a-z]+)\/V(\d+)__[^/]+\.sql$/;
const git = (args) => run('git', args, { refusal: true });

function schemaAndVersion(path) {
  const [, schema, version] = MIGRATION.exec(path);
  return { schema, version: Number(version) };
}

async function newestOf(commit) {
  const newest = new Map();
  for (const path of (await git(['ls-tree', '-r', '--name-only', commit])).split('\n').filter((each) => MIGRATION.test(`/${each}`))) {
    const { schema, version } = schemaAndVersion(`/${path}`);
    newest.set(schema, Math.max(version, newest.get(schema) ?? 0));
  }
  return newest;
}

export async function migrations({ since, commit }) {
  const lines = (await git(['diff', '--name-status', '--no-renames', since, commit])).split('\n');
  const touched = lines.map((line) => line.split('\t')).filter(([, path]) => path && MIGRATION.test(`/${path}`));
  const newest = await newestOf(since);
  const found = touched.filter(([status]) => status !== 'A').map(([, path]) => `${path}: a migration that has run is never changed or removed`);
  const added = touched.filter(([status]) => status === 'A').map(([, path]) => ({ path, ...schemaAndVersion(`/${path}`) }));
  added.sort((a, b) => a.schema.localeCompare(b.schema) || a.version - b.version);
  const fresh = new Map();
  for (const { path, schema, version } of added) {
    if (version <= (newest.get(schema) ?? 0)) found.push(`${path}: comes before V${newest.get(schema)}, which has run: number it higher`);
    if (!fresh.has(schema)) fresh.set(schema, new Set());
    const sql = await git(['show', `${commit}:${path}`]);
    found.push(...objections(sql, fresh.get(schema)).map(({ line, what }) => `${path}:${line}: ${what}`));
  }
  return {
    found,
    looked: `${added.length} new since ${since}`,
    mend: 'Add in this release, take away in the one after the next (docs/release.md), or write "-- accepted: REASON" above the statement.',
  };
}
