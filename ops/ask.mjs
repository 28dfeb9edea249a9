// What the checks ask outside: other programs, and Prometheus.
import { execFile } from 'node:child_process';

/** Something outside could not be asked: then nothing is known, which is neither yes nor no. */
export class Unasked extends Error {}

/**
 * What a program prints. Its own words, when it fails, are the message of the error.
 *
 * @param {{refusal?: boolean, limit?: number}} [how] refusal: a failure is an answer, not a silence; then it is a plain Error.
 *   limit: milliseconds after which it is ended
 */
export function run(program, args, { refusal = false, limit = 120_000 } = {}) {
  return new Promise((resolve, reject) => {
    execFile(program, args, { timeout: limit, maxBuffer: 64 << 20 }, (failed, out, err) => {
      if (!failed) return resolve(out);
      const Kind = refusal && failed.code !== 'ENOENT' ? Error : Unasked;
      const why = failed.code === 'ENOENT' ? 'it is not installed' : err.trim() || failed.message;
      reject(new Kind(`${program} ${args[0]}: ${why}`));
    });
  });
}

/** The series that a query gives now, as [{labels, value}]. */
export async function query(prometheus, promql) {
  const url = `${prometheus.replace(/\/$/, '')}/api/v1/query?query=${encodeURIComponent(promql)}`;
  let answer;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    answer = await response.json();
  } catch (failed) {
    throw new Unasked(`Prometheus at ${prometheus}: ${failed.cause?.message ?? failed.message}`);
  }
  if (answer.status !== 'success') throw new Unasked(`Prometheus at ${prometheus}: ${answer.error}`);
  return answer.data.result.map((series) => ({ labels: series.metric, value: Number(series.value[1]) }));
}

/** Critical alerts of ours that fire now. */
export async function firing(prometheus) {
  const alerts = await query(prometheus, 'ALERTS{alertstate="firing",severity="critical",alertname=~"Ciq.*"}');
  return [...new Set(alerts.map((alert) => alert.labels.alertname))].sort();
}

/** All revisions of a release, oldest first; none when there is no such release. */
export async function history(release, namespace) {
  try {
    return JSON.parse(await run('helm', ['history', release, '--namespace', namespace, '--max', '20', '--output', 'json']));
  } catch (failed) {
    if (/release: not found/.test(failed.message)) return [];
    throw failed;
  }
}

/** The revision that runs, or undefined. */
export const running = (revisions) => revisions.findLast((each) => each.status === 'deployed');

/** The values that a revision was given. */
export async function valuesOf(release, namespace, revision) {
  return JSON.parse(
    await run('helm', ['get', 'values', release, '--namespace', namespace, '--revision', String(revision), '--output', 'json']),
  );
}
