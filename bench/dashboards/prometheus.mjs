// A real Prometheus with the shipped rules.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { freePort, program } from './programs.mjs';

const RULES = ['deploy/monitoring', 'deploy/recovery'];

export async function prometheus({ root, home, services, targets }) {
  const port = await freePort();
  const folder = `${home}/prometheus`;
  mkdirSync(folder);
  const rules = RULES.flatMap((at) => readdirSync(root + at).filter((file) => /(^|-)(alerts|rules|recording)\.yaml$/.test(file)).map((file) => `${root}${at}/${file}`));
  const jobs = [
    ...services.map(({ name, port: at }) => ({ job_name: `ciq-${name}`, metrics_path: '/q/metrics', static_configs: [{ targets: [`127.0.0.1:${at}`], labels: { service: name } }] })),
    ...targets,
    { job_name: 'prometheus', static_configs: [{ targets: [`127.0.0.1:${port}`] }] },
  ];
  // JSON is YAML too.
  const config = { global: { scrape_interval: '3s', evaluation_interval: '5s' }, rule_files: rules, scrape_configs: jobs };
  writeFileSync(`${folder}/prometheus.yml`, JSON.stringify(config));
  const server = await program('prometheus', [
    `--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`, `--web.listen-address=127.0.0.1:${port}`,
  ], {}, `${home}/logs/prometheus.log`, `http://127.0.0.1:${port}/-/ready`);

  async function ask(path) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    const answer = await response.json();
    if (answer.status !== 'success') throw new Error(answer.error);
    return answer.data;
  }
  const range = (expr, from, to) =>
    ask(`/api/v1/query_range?${new URLSearchParams({ query: expr, start: from, end: to, step: '5' })}`).then((data) => data.result);
  return { url: `http://127.0.0.1:${port}`, ask, range, stop: server.stop };
}
