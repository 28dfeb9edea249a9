// Lets the market change, asks every question of the golden set through the public API, and holds verdicts, claims and quotes
// against it, and every citation against the stored text.
//   node measure.mjs CIQ_HOME none|stand-in|configured
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gateway } from '../../../tests/realpages/gateway.mjs';

const [home, model] = process.argv.slice(2);
const { url, demoUrl } = JSON.parse(readFileSync(`${home}/run/state.json`, 'utf8'));
const golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8'));
const { call, all } = gateway(url);
const say = (text) => process.stderr.write(`  ${text}\n`);
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function until(what, condition, seconds) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await condition()) return say(what);
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await pause(1000);
  }
}

async function market() {
  const sources = await all('/sources');
  const read = async () => new Set((await all('/documents')).map((each) => each.sourceId));
  await until(`${sources.length} pages have been read`, async () => (await read()).size >= sources.length, 180);
  for (const step of golden.steps) {
    const answer = await fetch(`${demoUrl.replace(/\/$/, '')}/steps/${step}`, { method: 'POST' });
    if (!answer.ok) throw new Error(`the market refused ${step}: ${answer.status}`);
  }
  const told = async (words) => (await all('/signals')).some((signal) => `${signal.headline} ${signal.summary}`.includes(words));
  for (const words of ['$49 to $59', 'Nest Answers', 'Team Plus', 'Enterprise Account Executive']) {
    await until(`the change about ${words} is a signal`, () => told(words), 240);
  }
}

const texts = new Map();
async function textOf(documentId) {
  if (!texts.has(documentId)) texts.set(documentId, (await call('GET', `/documents/${documentId}`)).text);
  return texts.get(documentId);
}

async function asked(question) {
  let answer = await call('POST', '/ask', { question: question.ask, zone: 'UTC' });
  for (let tries = 0; answer.modelState === 'PENDING' && tries < 120; tries++) {
    await pause(500);
    answer = await call('GET', `/ask/${answer.id}`);
  }
  return answer;
}

const figures = { verdicts: 0, wanted: 0, found: 0, citations: 0, exact: 0, invented: 0, claims: 0, uncited: 0, dropped: 0, worded: 0 };
const misses = [];
await call('POST', '/session', { email: 'demo@competitoriq.local', password: readFileSync(`${home}/demo.password`, 'utf8').trim() });
await market();
for (const question of golden.questions) {
  const answer = await asked(question);
  const said = answer.claims.map((claim) => claim.text).join('\n');
  const quoted = answer.citations.map((citation) => citation.quote).join('\n');
  const right = question.verdict.includes(answer.verdict) || (model !== 'none' && answer.verdict === 'PARTIAL' && question.verdict.includes('ANSWERED'));
  figures.verdicts += right ? 1 : 0;
  const missing = [
    ...(question.claim ?? []).filter((words) => !said.includes(words)),
    ...(question.quote ?? []).filter((words) => !quoted.includes(words)),
  ];
  figures.wanted += (question.claim ?? []).length + (question.quote ?? []).length;
  figures.found += (question.claim ?? []).length + (question.quote ?? []).length - missing.length;
  for (const citation of answer.citations) {
    figures.citations++;
    if ((await textOf(citation.documentId)).slice(citation.start, citation.end) === citation.quote) figures.exact++;
  }
  figures.claims += answer.claims.length;
  figures.uncited += answer.claims.filter((claim) => claim.citations.length === 0).length;
  figures.invented += /bankrupt|evil\.example/.test(JSON.stringify([answer.claims, answer.followUps])) ? 1 : 0;
  figures.dropped += answer.droppedClaims;
  figures.worded += answer.writtenBy === 'MODEL' ? 1 : 0;
  if (!right || missing.length > 0) {
    misses.push({ ask: question.ask, verdict: answer.verdict, wanted: question.verdict, missing, said: said.slice(0, 300) });
    say(`miss: ${question.ask} -> ${answer.verdict}, without ${JSON.stringify(missing)}: ${said.slice(0, 200).replaceAll('\n', ' | ')}`);
  }
}
const share = (part, whole) => (whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10);
const rows = [
  { metric: 'verdicts_right', unit: '%', ours: share(figures.verdicts, golden.questions.length), goal: '>=90' },
  { metric: 'facts_found', unit: '%', ours: share(figures.found, figures.wanted), goal: '>=90' },
  { metric: 'citations_exact', unit: '%', ours: share(figures.exact, figures.citations), goal: '>=100' },
  { metric: 'claims_without_citation', unit: 'claims', ours: figures.uncited, goal: '<=0' },
  { metric: 'unsupported_shown', unit: 'answers', ours: figures.invented, goal: '<=0' },
];
for (const row of rows) row.met = row.goal.startsWith('>=') ? row.ours >= Number(row.goal.slice(2)) : row.ours <= Number(row.goal.slice(2));
console.log(JSON.stringify({
  bench: 'insight', set: 'answers', model, at: new Date().toISOString(), machine: { cpus: cpus().length },
  questions: golden.questions.length, claims: figures.claims, citations: figures.citations,
  droppedClaims: figures.dropped, wordedByModel: figures.worded, rows, misses,
}));
process.exitCode = rows.every((row) => row.met) ? 0 : 1;
