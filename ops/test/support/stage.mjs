// A folder with stand-ins for helm, kubectl, gh and docker, which answer what a test says and write down what they were asked,
// and a Prometheus whose answers a test sets.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

export const root = new URL('../../..', import.meta.url).pathname;

export function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'ciq-ops-'));
  mkdirSync(join(folder, 'bin'));
  return {
    folder,
    /** The program answers by the first rule whose words are all in its arguments: [words, output, exit code]. */
    program(name, rules) {
      const file = join(folder, 'bin', name);
      const lines = rules.map(([words, output = '', code = 0], index) => {
        writeFileSync(join(folder, `${name}.${index}`), output);
        const fits = words.split(' ').map((word) => `$* == *"${word}"*`).join(' && ');
        return `if [[ ${fits} ]]; then cat '${folder}/${name}.${index}' >&${code === 0 ? 1 : 2}; exit ${code}; fi`;
      });
      writeFileSync(file, `#!/bin/bash\nprintf '%s\\n' "${name} $*" >>'${folder}/asked'\n${lines.join('\n')}\necho "no rule for $*" >&2\nexit 9\n`);
      chmodSync(file, 0o755);
      return this;
    },
    asked() {
      return existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [];
    },
    file(name, text) {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    /** Runs a command of ours with the stand-ins first on the path. */
    run(command, args, { cwd = root } = {}) {
      return new Promise((resolve) => {
        const child = spawn(join(root, 'ops', command, 'run'), args, { cwd, env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` } });
        let out = '';
        let err = '';
        child.stdout.on('data', (text) => (out += text));
        child.stderr.on('data', (text) => (err += text));
        child.on('close', (code) => resolve({ code, out, err, json: out.trim().startsWith('{') ? JSON.parse(out) : undefined }));
      });
    },
  };
}

/** answers: (promql, how often anything was asked) -> [[labels, value], ...], or undefined for an error. */
export async function prometheus(answers) {
  let asked = 0;
  const server = createServer((request, response) => {
    const result = answers(new URL(request.url, 'http://localhost').searchParams.get('query'), (asked += 1));
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(
        result
          ? { status: 'success', data: { resultType: 'vector', result: result.map(([metric, value]) => ({ metric, value: [0, String(value)] })) } }
          : { status: 'error', errorType: 'internal', error: 'out of order' },
      ),
    );
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}
