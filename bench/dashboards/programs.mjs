// Programs that run beside the stack and end with the bench.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';

export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// Answers once the program does at `ready`.
export async function program(name, args, settings, log, ready) {
  const file = openSync(log, 'a');
  const child = spawn(name, args, { env: { ...process.env, ...settings }, stdio: ['ignore', file, file] });
  for (let tries = 0; !(await fetch(ready).then((answer) => answer.ok, () => false)); tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error(`${name} does not answer at ${ready}: see ${log}`);
    await pause(100);
  }
  return { stop: () => child.kill() };
}
