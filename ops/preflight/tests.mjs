// Every check of the commit is green, and the tests are among them.
import { run } from '../ask.mjs';

export const REQUIRED = 'test / test';
const FINE = ['success', 'skipped', 'neutral'];

export async function tests({ repository, commit, running = [] }) {
  const said = await run('gh', ['api', '--paginate', `repos/${repository}/commits/${commit}/check-runs?filter=latest&per_page=100`, '--jq', '.check_runs[] | [.name, .status, .conclusion] | @json']);
  const checks = said.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const found = [];
  if (!checks.some(([name, , conclusion]) => name === REQUIRED && conclusion === 'success')) {
    found.push(`"${REQUIRED}" has not succeeded on ${commit}`);
  }
  for (const [name, status, conclusion] of checks) {
    if (name === REQUIRED || running.includes(name)) continue;
    if (status === 'completed' && !FINE.includes(conclusion)) found.push(`"${name}" ended with ${conclusion}`);
  }
  return { found, mend: 'Make the checks of this commit green, or deploy one whose checks are.' };
}
