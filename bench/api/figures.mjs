// What Gatling measured: {overall, kinds}, times in milliseconds.
import { readdirSync, readFileSync } from 'node:fs';

const number = (figures) => Number(figures.total);
const figure = ({ stats: s }) => ({
  requests: number(s.numberOfRequests), failed: Number(s.numberOfRequests.ko), p50: number(s.percentiles1), p95: number(s.percentiles3),
  p99: number(s.percentiles4), worst: number(s.maxResponseTime),
});

/** @param {string} results the folder that Gatling was told to write into, with one run in it */
export function figuresOf(results) {
  const [run] = readdirSync(results);
  // Gatling's open-source report keeps its numbers as a script for its own page, and as texts.
  const stats = new Function(`${readFileSync(`${results}/${run}/js/stats.js`, 'utf8')}; return stats;`)();
  const measured = Object.values(stats.contents).find((each) => each.type === 'GROUP');
  return { overall: figure(measured), kinds: Object.values(measured.contents).map((each) => ({ kind: each.name, ...figure(each) })) };
}
