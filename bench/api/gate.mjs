// The two ends of bench/api/gate: what to ask an installation that somebody else set up, and whether it kept its pace.
//   node gate.mjs requests URL FILE      as the account in CIQ_EMAIL and CIQ_PASSWORD
//   node gate.mjs verdict FOLDER P95
import { writeFileSync } from 'node:fs';
import { figuresOf } from './figures.mjs';
import { kindsOf, requestsOf } from './kinds.mjs';

const [end, ...args] = process.argv.slice(2);

if (end === 'requests') {
  const [url, file] = args;
  const { CIQ_EMAIL: email, CIQ_PASSWORD: password } = process.env;
  const signedIn = await fetch(`${url}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-ciq-csrf': '1' }, body: JSON.stringify({ email, password }),
  });
  if (!signedIn.ok) throw new Error(`signing in: ${signedIn.status} ${await signedIn.text()}`);
  const session = signedIn.headers.get('set-cookie').split(';')[0].split('=')[1];
  const asking = await kindsOf(async (path) => {
    const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie: `ciq_session=${session}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  });
  writeFileSync(file, requestsOf(asking, [session]));
} else {
  const [folder, p95] = args;
  const { overall, kinds } = figuresOf(folder);
  const rows = [
    { metric: 'api_p95', unit: 'ms', ours: overall.p95, goal: `<=${p95}`, met: overall.p95 <= Number(p95) },
    { metric: 'api_errors', unit: 'requests', ours: overall.failed, goal: '0', met: overall.failed === 0 },
  ];
  console.log(JSON.stringify({ bench: 'api-gate', at: new Date().toISOString(), overall, rows, kinds }));
  process.exit(overall.requests > 0 && rows.every((row) => row.met) ? 0 : 1);
}
