// compare.mjs RUNS_FILE PASSES HOSTS: medians and ratios of the runs ({side, pass, ...} per line); one JSON object out.
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

const [file, passes, hosts] = process.argv.slice(2);
const runs = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const sides = [...new Set(runs.map((run) => run.side))];
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const of = (side, figure) => runs.filter((run) => run.side === side).map((run) => run[figure]);
const figures = ['pages', 'pagesPerSecond', 'pagesPerCpuSecond', 'rssMiB'];
const medians = Object.fromEntries(sides.map((side) => [side, Object.fromEntries(figures.map((f) => [f, median(of(side, f))]))]));
const ratio = (peer, figure) => {
  const ours = of('ours', figure);
  return Math.round(100 * median(of(peer, figure).map((theirs, i) => ours[i] / theirs))) / 100;
};
const rows = [];
for (const peer of ['scrapy', 'crawlee']) {
  const cpu = ratio(peer, 'pagesPerCpuSecond');
  rows.push({ metric: `pages_per_cpu_second_beside_${peer}`, ratio: cpu, goal: '>= 6', met: cpu >= 6 });
  rows.push({ metric: `pages_per_second_beside_${peer}`, ratio: ratio(peer, 'pagesPerSecond') });
}
const smaller = Math.min(medians.scrapy.rssMiB, medians.crawlee.rssMiB);
const rss = Math.round((100 * medians.ours.rssMiB) / smaller) / 100;
rows.push({ metric: 'rss_beside_the_smaller_peer', ratio: rss, goal: '<= 1', met: rss <= 1 });
const same = new Set(runs.map((run) => run.read)).size === 1 && runs.every((run) => run.requests === run.pages);
rows.push({ metric: 'every_side_read_the_same_pages_once', met: same });
console.log(JSON.stringify({ bench: 'crawl', at: new Date().toISOString(), machine: { cpus: cpus().length, load: loadavg()[0] }, passes: Number(passes), hosts: Number(hosts), medians, rows }));
