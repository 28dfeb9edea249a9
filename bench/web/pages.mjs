// Pages opened cold over "Fast 4G": when the largest thing was painted, how far things shifted, when the page was usable.
import { median, say, settled } from './browser.mjs';

/** The calls of the API that began before the first row was painted, and in which round the rows themselves were asked for. */
function callsBefore(painted, entries) {
  const calls = entries.filter(({ start }) => start < painted).sort((a, b) => a.start - b.start);
  for (const call of calls) call.round = 1 + Math.max(0, ...calls.filter(({ end, round }) => round && end <= call.start).map(({ round }) => round));
  return { calls: calls.length, rounds: calls.find(({ path }) => path === '/api/v1/signals')?.round ?? 0, paths: calls.map(({ path, round }) => `${round} ${path}`) };
}

export async function open(chromium, path, how) {
  const { opened, measured, close } = await chromium.page({ ...how, slow: true });
  try {
    await opened.goto(path, { waitUntil: 'commit' });
    await settled(opened);
    const entries = await opened.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name, startTime, responseEnd }) => ({ path: new URL(name).pathname, start: startTime, end: responseEnd })),
    );
    const api = entries.filter((entry) => entry.path.startsWith('/api/'));
    const seen = await measured();
    return { ...seen, ...(seen.rows && { toRows: callsBefore(seen.rows, api) }) };
  } finally {
    await close();
  }
}

export async function pages(chromium, paths, runs) {
  const rows = [];
  const details = {};
  for (const [name, path] of Object.entries(paths)) {
    for (const cpu of [1, 4]) {
      const found = [];
      for (let run = 0; run < runs; run++) found.push(await open(chromium, path, { cpu }));
      const lcp = Math.round(median(found.map((one) => one.lcp)));
      const cls = Number(median(found.map((one) => one.cls)).toFixed(4));
      const usable = Math.round(median(found.map((one) => one.usable)));
      details[`${name}_cpu${cpu}`] = {
        lcp: found.map((one) => Math.round(one.lcp)), lcpAt: found[0].lcpAt, usable: found.map((one) => Math.round(one.usable)),
        cls: found.map((one) => Number(one.cls.toFixed(4))), shifted: found.find((one) => one.cls > 0.001)?.shifted,
      };
      say(`${name} at CPU ${cpu}x: LCP ${lcp} ms at ${found[0].lcpAt}, usable ${usable} ms, CLS ${cls} ${details[`${name}_cpu${cpu}`].shifted ?? ''}`);
      const most = cpu === 1 ? 1500 : 2500;
      rows.push({ metric: `${name}_lcp_cpu${cpu}`, unit: 'ms', ours: lcp, goal: `<=${most}`, met: lcp <= most });
      rows.push({ metric: `${name}_cls_cpu${cpu}`, unit: '', ours: cls, goal: '<=0.02', met: cls <= 0.02 });
      rows.push({ metric: `${name}_usable_cpu${cpu}`, unit: 'ms', ours: usable, goal: '<3000', met: usable < 3000 });
      if (name === 'inbox' && cpu === 1) {
        const { calls, rounds, paths: asked } = found.map((one) => one.toRows).sort((a, b) => a.calls - b.calls)[Math.floor(runs / 2)];
        say(`calls before the first rows: ${asked.join(', ')}`);
        details.inbox_calls = asked;
        rows.push({ metric: 'inbox_calls_to_rows', unit: 'calls', ours: calls, goal: '<=3', met: calls <= 3 });
        rows.push({ metric: 'inbox_rounds_to_rows', unit: 'rounds', ours: rounds, goal: '1', met: rounds === 1 });
      }
    }
  }
  return { rows, details };
}

/** Every screen once over "Fast 4G": the one where things shift most. */
export async function shifts(chromium, paths) {
  const found = [];
  for (const path of paths) {
    const { cls, shifted } = await open(chromium, path, {});
    found.push({ path, cls: Number(cls.toFixed(4)), shifted });
    if (cls > 0.001) say(`${path} shifts by ${cls.toFixed(4)} at ${shifted}`);
  }
  found.sort((a, b) => b.cls - a.cls);
  const row = { metric: 'worst_cls_of_all_screens', unit: '', ours: found[0].cls, goal: '<=0.02', met: found[0].cls <= 0.02 };
  return { rows: [row], details: { shifts: found.filter(({ cls }) => cls > 0.001), screens: found.length } };
}
