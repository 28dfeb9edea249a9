import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.(test|gen)\.tsx?$/.test(file),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => normalize(join(dirname(file), path)));
}

const featureOf = (path: string) => /^features\/([^/]+)\//.exec(path)?.[1];

test('no feature imports another feature', () => {
  const crossings = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => featureOf(file) && featureOf(target) && featureOf(file) !== featureOf(target))
      .map((target) => `${file} -> ${target}`),
  );

  expect(crossings).toEqual([]);
});

test('shared knows no feature and no route, and no feature knows a route', () => {
  const upward = files.flatMap((file) =>
    importsOf(file)
      .filter(
        (target) =>
          (file.startsWith('shared/') && /^(features|routes)\//.test(target)) ||
          (file.startsWith('features/') && target.startsWith('routes/')),
      )
      .map((target) => `${file} -> ${target}`),
  );

  expect(upward).toEqual([]);
});
