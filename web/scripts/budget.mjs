// Reads the build's manifest and fails when a first visit, or any later screen, would load more than it may.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const kilobytes = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024;

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const dependency of manifest[key].imports ?? []) closure(dependency, seen);
  return seen;
}
const script = (keys) =>
  [...keys].reduce((sum, key) => sum + (manifest[key].file.endsWith('.js') ? kilobytes(manifest[key].file) : 0), 0);
const styles = (keys) =>
  [...new Set([...keys].flatMap((key) => manifest[key].css ?? []))].reduce((sum, file) => sum + kilobytes(file), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const initial = closure(entry);
const fonts = [...new Set(Object.values(manifest).flatMap((chunk) => [chunk.file, ...(chunk.assets ?? [])]))].filter(
  (file) => file.endsWith('.woff2'),
);
const rows = [
  ['initial JS', script(initial), 150],
  ['initial CSS', styles(initial), 20],
  ['fonts', fonts.reduce((sum, file) => sum + readFileSync(new URL(file, dist)).length / 1024, 0), 60],
];
// What stands around every screen of a member comes once, with the first of them.
const frame = closure(Object.keys(manifest).find((key) => manifest[key].name === 'frame'));
rows.push(['+ frame', script([...frame].filter((name) => !initial.has(name))), 60]);
for (const key of Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry)) {
  const own = [...closure(key)].filter((name) => !initial.has(name) && !frame.has(name));
  rows.push([`+ ${key.replace('src/', '')}`, script(own), 60]);
}

// What many screens share is there before any chart.
const isShared = (name) => initial.has(name) || frame.has(name) || manifest[name].name === 'common';
const charts = new Set(
  Object.keys(manifest)
    .filter((name) => /^src\/shared\/charts\/[A-Z]/.test(name))
    .flatMap((key) => [...closure(key)].filter((name) => !isShared(name))),
);
rows.push(['all charts together', script(charts), 25]);

let over = 0;
for (const [name, size, limit] of rows) {
  const kept = size <= limit;
  if (!kept) over += 1;
  console.log(`${kept ? 'ok  ' : 'OVER'} ${name.padEnd(64)} ${size.toFixed(1).padStart(7)} KB of ${limit}`);
}
process.exit(over === 0 ? 0 : 1);
