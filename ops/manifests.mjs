// Holds the manifests that Quarkus makes of a service (ports, probes, labels) against the Deployments of the chart, as k8s/prod
// has them: what a service says of itself, and what the chart expects of it. deploy/docker/jib builds them and calls this.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'];
const labels = ['app.kubernetes.io/name', 'app.kubernetes.io/part-of'];

/** What of a Deployment must be the same on both sides; a probe's port by its number, whichever way it is written. */
export function promises(deployment) {
  const { metadata, spec } = deployment.spec.template;
  const [container] = spec.containers;
  const ports = Object.fromEntries(container.ports.map(({ name, containerPort }) => [name, containerPort]));
  return {
    ...Object.fromEntries(labels.map((label) => [label, metadata.labels[label]])),
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [`port ${name}`, port])),
    ...Object.fromEntries(
      probes.map((probe) => {
        const { path, port } = container[probe]?.httpGet ?? {};
        return [probe, path && `${ports[port] ?? port}${path}`];
      }),
    ),
  };
}

/** One line for each thing that Quarkus and the chart do not agree about. */
export function disagreements(service, ofQuarkus, ofChart) {
  const [said, expected] = [promises(ofQuarkus), promises(ofChart)];
  const names = [...new Set([...Object.keys(said), ...Object.keys(expected)])];
  return names
    .filter((name) => said[name] !== expected[name])
    .map((name) => `${service}: ${name} is ${said[name]} to Quarkus and ${expected[name]} in the chart`);
}

function deploymentsIn(file) {
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map((document) => document.toJS())
    .filter((each) => each?.kind === 'Deployment');
}

function main() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const ofTheChart = deploymentsIn(`${root}/k8s/prod/competitoriq.yaml`);
  let compared = 0;
  const found = ['gateway', 'competitors', 'crawl', 'process', 'analysis'].flatMap((service) => {
    const ofQuarkus = deploymentsIn(`${root}/services/${service}/target/kubernetes/kubernetes.yml`)[0];
    const ofChart = ofTheChart.find(({ metadata }) => metadata.name === `competitoriq-${service}`);
    compared += Object.keys(promises(ofChart)).length;
    return disagreements(service, ofQuarkus, ofChart);
  });
  for (const line of found) console.error(line);
  console.log(`${compared} ports, probes and labels compared, ${found.length} differ`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
