// What the rendered chart names is there: Secrets with their keys, and every variable that the code cannot do without.
import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { run } from '../ask.mjs';

const WITHOUT_DEFAULT = /\$\{([A-Z][A-Z0-9_]*)\}/g;
const KEYS = '{{range $key, $value := .data}}{{if $value}}{{$key}}{{"\\n"}}{{end}}{{end}}';

function* podsOf(manifests) {
  for (const object of manifests) {
    const spec = object?.kind === 'Pod' ? object.spec : (object?.spec?.jobTemplate?.spec ?? object?.spec)?.template?.spec;
    if (spec?.containers) yield { object, spec };
  }
}

function wanted(manifests) {
  const secrets = new Map();
  const want = (name, ...keys) => secrets.set(name, new Set([...(secrets.get(name) ?? []), ...keys]));
  for (const { spec } of podsOf(manifests)) {
    for (const pull of spec.imagePullSecrets ?? []) want(pull.name);
    for (const { valueFrom } of spec.containers.flatMap((each) => each.env ?? [])) {
      const reference = valueFrom?.secretKeyRef;
      if (reference && !reference.optional) want(reference.name, reference.key);
    }
  }
  for (const object of manifests) for (const tls of object?.spec?.tls ?? []) if (tls.secretName) want(tls.secretName, 'tls.crt', 'tls.key');
  return secrets;
}

/** Variables of a service's settings that have no default, and that no pod of it is given. */
function ungiven(manifests, services) {
  const found = [];
  for (const service of readdirSync(services)) {
    let settings;
    try {
      settings = readFileSync(`${services}/${service}/src/main/resources/application.properties`, 'utf8');
    } catch {
      continue;
    }
    const needed = new Set([...settings.replace(/^#.*$/gm, '').matchAll(WITHOUT_DEFAULT)].map((match) => match[1]));
    for (const { object, spec } of podsOf(manifests)) {
      if (object.kind !== 'Deployment' || object.metadata.labels['app.kubernetes.io/name'] !== service) continue;
      const given = new Set(spec.containers.flatMap((each) => each.env ?? []).map((each) => each.name));
      for (const name of needed) if (!given.has(name)) found.push(`${object.metadata.name}: ${name} has no default and is not set`);
    }
  }
  return found;
}

const empty = (manifests) =>
  [...podsOf(manifests)].flatMap(({ object, spec }) =>
    spec.containers.flatMap((each) => each.env ?? []).filter((each) => !each.valueFrom && !each.value).map((each) => `${object.metadata.name}: ${each.name} is empty`),
  );

export async function environment({ release, namespace, chart, values, services }) {
  const mend = 'Set the values, or create the Secrets: helm/competitoriq/README.md has the commands.';
  let rendered;
  try {
    rendered = await run('helm', ['template', release, chart, '--namespace', namespace, ...values.flatMap((file) => ['--values', file])], { refusal: true });
  } catch (refused) {
    if (refused.constructor !== Error) throw refused;
    return { found: [refused.message], mend };
  }
  const manifests = parseAllDocuments(rendered).map((document) => document.toJS());
  const found = [...empty(manifests), ...ungiven(manifests, services)];
  const secrets = wanted(manifests);
  for (const [name, keys] of secrets) {
    // Only the names of keys that have a value leave kubectl.
    const present = (await run('kubectl', ['get', 'secret', name, '--namespace', namespace, '--ignore-not-found', '--output', `go-template=${KEYS}`])).split('\n').filter(Boolean);
    if (present.length === 0) found.push(`Secret ${name} is missing in ${namespace}, or empty`);
    else for (const key of keys) if (!present.includes(key)) found.push(`Secret ${name} has no ${key}`);
  }
  return { found, looked: `${secrets.size} Secrets`, mend };
}
