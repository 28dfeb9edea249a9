// Gateways beside the one of the running stack, and nginx in front of them.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, openSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';

export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const exited = (child) => new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', resolve)));

// A replica of the running gateway: its own command and settings, on other ports.
export async function replicaOf(pid, name, home, settings) {
  const environment = Object.fromEntries(
    readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  const folder = readlinkSync(`/proc/${pid}/cwd`);
  const port = await freePort();
  const management = await freePort();
  let child;

  async function start() {
    child = spawn(program, args, {
      cwd: folder,
      env: { ...environment, ...settings, CIQ_HTTP_PORT: String(port), CIQ_MANAGEMENT_PORT: String(management) },
      stdio: ['ignore', openSync(`${home}/logs/gateway-${name}.log`, 'a'), openSync(`${home}/logs/gateway-${name}.log`, 'a')],
    });
    for (;;) {
      if (child.exitCode !== null) throw new Error(`gateway ${name} ended with ${child.exitCode}`);
      const ready = await fetch(`http://127.0.0.1:${management}/q/health/ready`).then((answer) => answer.ok, () => false);
      if (ready) return;
      await pause(100);
    }
  }

  // As an orchestrator stops it: asked, never forced.
  async function stop() {
    child.kill('SIGTERM');
    await exited(child);
    return child.exitCode;
  }

  return { port, start, stop };
}

// The shipped configuration with this machine's addresses, without TLS.
export async function nginxBefore(ports, home) {
  const folder = `${home}/nginx`;
  cpSync('deploy/nginx', folder, { recursive: true });
  for (const needed of ['logs', 'tmp', 'acme']) mkdirSync(`${folder}/${needed}`, { recursive: true });
  const port = await freePort();
  const site = (name, lines) => writeFileSync(`${folder}/site/${name}.conf`, `${lines.join('\n')}\n`);
  site('listen-https', [`listen 127.0.0.1:${port};`]);
  site('listen-http', [`listen 127.0.0.1:${await freePort()};`]);
  site('gateways', ports.map((each) => `server 127.0.0.1:${each} max_fails=0;`));
  site('limits', ['limit_req_zone $binary_remote_addr zone=client:10m rate=100000r/s;', 'limit_conn_zone $binary_remote_addr zone=streams:10m;']);
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-g', `daemon off;${userInfo().uid === 0 ? 'user root;' : ''}`], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('nginx did not start');
    if (await fetch(url).then(() => true, () => false)) break;
    await pause(50);
  }
  return {
    url,
    errors: () => readFileSync(`${folder}/logs/error.log`, 'utf8').trimEnd().split('\n').filter((line) => !line.includes('Connection refused')),
    stop: async () => {
      child.kill('SIGTERM');
      await exited(child);
    },
  };
}
