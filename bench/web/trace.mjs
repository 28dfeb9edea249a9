// What Chromium's own trace says of one stretch of time: frames that reached the screen, and the longest task of the page's thread.
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'blink.user_timing', 'cc', 'benchmark', 'toplevel', '__metadata'];

export async function traced(browser, opened, act) {
  await browser.startTracing(opened, { categories });
  await opened.evaluate(() => performance.mark('bench-begin'));
  await act();
  await opened.evaluate(() => performance.mark('bench-end'));
  return figures(JSON.parse(String(await browser.stopTracing())).traceEvents);
}

/** @param events of one page, in microseconds */
function figures(events) {
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes('blink.user_timing'));
  const [begin, end] = [mark('bench-begin'), mark('bench-end')];
  const main = events.find(({ name, args, pid }) => pid === begin.pid && name === 'thread_name' && args.name === 'CrRendererMain').tid;
  const within = events.filter(({ ts, pid }) => pid === begin.pid && ts >= begin.ts && ts <= end.ts);
  const drawn = within.filter(({ name }) => name === 'DrawFrame').map(({ ts }) => ts).sort((a, b) => a - b);
  const gaps = drawn.slice(1).map((ts, i) => (ts - drawn[i]) / 1000);
  const tasks = within.filter(({ name, tid, dur }) => tid === main && dur > 0 && /RunTask$/.test(name)).map(({ dur }) => dur / 1000);
  const ends = {};
  for (const { name, args } of within) {
    const state = name === 'PipelineReporter' && (args?.chrome_frame_reporter ?? args?.frame_reporter)?.state;
    if (state) ends[state] = (ends[state] ?? 0) + 1;
  }
  const seconds = (end.ts - begin.ts) / 1_000_000;
  return {
    seconds: Number(seconds.toFixed(1)),
    fps: drawn.length > 1 ? Number(((drawn.length - 1) / ((drawn.at(-1) - drawn[0]) / 1_000_000)).toFixed(1)) : 0,
    longestGap: Math.round(Math.max(0, ...gaps)),
    longestTask: Math.round(Math.max(0, ...tasks)),
    tasksOver50: tasks.filter((task) => task > 50).length,
    ends,
  };
}
