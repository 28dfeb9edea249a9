// Long lists scrolled by the wheel at a processor's own speed.
import { say, settled } from './browser.mjs';
import { traced } from './trace.mjs';

const speed = 2400; // pixels a second: three screens

const lists = {
  inbox: { path: '/', row: '[data-row-link]', entry: 'li', nodes: 6000 },
  jobs: { path: '/ops/jobs?queue=crawl-jobs', row: '[aria-posinset]', entry: 'li', nodes: 6000 },
  diff: { path: '/sources/00000000-0000-7000-8000-00000000005e', row: '[data-kind]', entry: '[data-hunk]', nodes: 3000 },
};

export async function scrolls(chromium) {
  const rows = [];
  const details = {};
  for (const [name, list] of Object.entries(lists)) {
    const page = await chromium.page();
    const found = await scrolled(chromium.browser, page, list);
    await page.close();
    details[name] = found;
    const fps = Math.min(found.first.fps, found.all.fps);
    say(`${name}: ${JSON.stringify(found)}`);
    rows.push({ metric: `${name}_scroll_fps`, unit: 'frames/s', ours: fps, goal: '>=50', met: fps >= 50 });
    rows.push({ metric: `${name}_most_nodes`, unit: 'nodes', ours: found.nodes, goal: `<=${list.nodes}`, met: found.nodes <= list.nodes });
    const longest = Math.max(found.first.longestTask, found.all.longestTask);
    rows.push({ metric: `${name}_longest_task`, unit: 'ms', ours: longest, goal: '<=200', met: longest <= 200 });
    rows.push({ metric: `${name}_entries`, unit: 'entries', ours: found.entries, goal: '>=10000', met: found.entries >= 10_000 });
  }
  return { rows, details };
}

async function scrolled(browser, { opened, devtools }, { path, row, entry }) {
  await opened.goto(path);
  await opened.locator(row).first().waitFor();
  await settled(opened);
  const box = await boxOf(opened, row);
  const most = { nodes: 0, empty: 0, looks: 0 };
  const wheel = (distance) =>
    devtools.send('Input.synthesizeScrollGesture', { ...box, yDistance: -distance, speed, gestureSourceType: 'mouse', preventFling: true });
  await opened.evaluate(watchScreen, entry);
  const note = async () => {
    const seen = await opened.evaluate(() => window.screenSeen);
    Object.assign(most, { nodes: Math.max(most.nodes, seen.nodes), empty: seen.empty, looks: seen.looks });
  };
  const first = await traced(browser, opened, () => wheel(12 * speed));
  await note();
  const begin = Date.now();
  const entries = await toTheEnd(opened, row);
  const seconds = Math.round((Date.now() - begin) / 1000);
  await note();
  const all = await traced(browser, opened, () => wheel(-8 * speed));
  await note();
  return { entries, secondsToTheEnd: seconds, nodes: most.nodes, emptyLooks: most.empty, looks: most.looks, first, all };
}

/** The middle of what scrolls: the list's own box, or the page. */
function boxOf(opened, row) {
  return opened.evaluate((selector) => {
    let box = document.querySelector(selector);
    while (box && !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))) box = box.parentElement;
    window.scroller = box ?? document.scrollingElement;
    const { left, top, width, height } = box ? box.getBoundingClientRect() : { left: 240, top: 60, width: 1000, height: 800 };
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  }, row);
}

/** Runs in the page: every fourth frame, how many nodes there are and whether anything of the list stands in its middle. */
function watchScreen(entry) {
  const seen = (window.screenSeen = { nodes: 0, empty: 0, looks: 0 });
  const page = window.scroller === document.scrollingElement;
  const middle = page ? innerHeight / 2 : window.scroller.getBoundingClientRect().top + window.scroller.clientHeight / 2;
  let frame = 0;
  const look = () => {
    if (frame++ % 4 === 0) {
      seen.looks++;
      seen.nodes = Math.max(seen.nodes, document.getElementsByTagName('*').length);
      if (!document.elementFromPoint(700, middle)?.closest(entry)) seen.empty++;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Goes to the end again and again, as long as there is more; how many entries were there in the end. */
async function toTheEnd(opened, row) {
  return opened.evaluate(async (selector) => {
    const frames = (left) => new Promise((done) => (left === 0 ? done() : requestAnimationFrame(() => frames(left - 1).then(done))));
    let height = 0;
    for (let still = 0; still < 40; ) {
      window.scroller.scrollTo(0, window.scroller.scrollHeight);
      const more = [...document.querySelectorAll('#main button')].find((button) => /load more|show more/i.test(button.textContent));
      more?.click();
      await frames(6);
      still = window.scroller.scrollHeight === height && !document.querySelector('[aria-busy=true]') ? still + 1 : 0;
      height = window.scroller.scrollHeight;
    }
    const told = /([\d,]+) lines\. Only those in sight/.exec(document.getElementById('main').textContent);
    if (told) return Number(told[1].replaceAll(',', ''));
    const last = [...document.querySelectorAll('[aria-posinset]')].at(-1);
    return Number(last?.getAttribute('aria-setsize') ?? document.querySelectorAll(selector).length);
  }, row);
}
