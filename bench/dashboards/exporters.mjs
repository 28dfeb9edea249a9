// What scrapes come from beside the services: real exporters of PostgreSQL, Redis and a certificate; what only a cluster has comes from cluster.prom.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { freePort, program } from './programs.mjs';

export async function exporters(state, home) {
  const started = [];
  const targets = [];

  async function exporter(job, name, argsFor, settings = {}) {
    const port = await freePort();
    started.push(await program(name, argsFor(`127.0.0.1:${port}`), settings, `${home}/logs/${job}.log`, `http://127.0.0.1:${port}/metrics`));
    return port;
  }
  const scraped = (job, port, more = {}) => targets.push({ job_name: job, static_configs: [{ targets: [`127.0.0.1:${port}`] }], ...more });

  scraped('postgresql', await exporter('postgresql', 'prometheus-postgres-exporter', (at) => [`--web.listen-address=${at}`], {
    DATA_SOURCE_NAME: `postgresql://postgres@127.0.0.1:${state.postgresPort}/competitoriq?sslmode=disable`,
  }));
  scraped('redis', await exporter('redis', 'prometheus-redis-exporter', (at) => [`--web.listen-address=${at}`, `--redis.addr=redis://127.0.0.1:${state.redisPort}`]));

  const site = await tlsSite(home);
  started.push(site);
  const modules = `${home}/blackbox.yml`;
  writeFileSync(modules, JSON.stringify({ modules: { tls: { prober: 'http', http: { tls_config: { insecure_skip_verify: true } } } } }));
  const blackbox = await exporter('certificate', 'prometheus-blackbox-exporter', (at) => [`--web.listen-address=${at}`, `--config.file=${modules}`]);
  scraped('certificate', blackbox, { metrics_path: '/probe', params: { module: ['tls'], target: [site.url] } });

  const cluster = await clusterStandIn();
  started.push(cluster);
  scraped('cluster', cluster.port);
  return { started, targets };
}

// A site with a certificate of ninety days, made here.
async function tlsSite(home) {
  const port = await freePort();
  const [key, cert] = [`${home}/site.key`, `${home}/site.crt`];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '90', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, answer) => answer.end('ok')).listen(port, '127.0.0.1');
  return { url: `https://127.0.0.1:${port}/`, stop: () => server.close() };
}

// @AGO(s) in the file is a moment so many seconds ago, @GROWS(n) a counter that grows by n a second.
async function clusterStandIn() {
  const port = await freePort();
  const text = readFileSync(new URL('cluster.prom', import.meta.url), 'utf8');
  const begin = Date.now() / 1000;
  const server = createServer((_, answer) => {
    const now = Date.now() / 1000;
    answer.setHeader('content-type', 'text/plain; version=0.0.4');
    answer.end(text.replace(/@AGO\((\d+)\)/g, (_, seconds) => String(Math.round(now - Number(seconds)))).replace(/@GROWS\(([\d.]+)\)/g, (_, pace) => ((now - begin) * Number(pace)).toFixed(3)));
  }).listen(port, '127.0.0.1');
  return { port, stop: () => server.close() };
}
