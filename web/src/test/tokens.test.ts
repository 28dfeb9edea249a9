import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/tokens.css', 'utf8');

function tokensOf(scheme: 'light' | 'dark'): Map<string, string> {
  const block = new RegExp(`\\[data-mantine-color-scheme="${scheme}"\\] \\{([^}]+)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--ciq-([a-z0-9-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function diffTokensOf(scheme: 'light' | 'dark'): Map<string, string> {
  const selector = `\\[data-mantine-color-scheme="${scheme}"\\]\\[data-diff="blueOrange"\\]`;
  const block = new RegExp(`${selector} \\{([^}]+)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--ciq-([a-z0-9-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['bg', 'surface', 'surface-2'];
const words = ['text', 'text-2', 'text-3', 'accent', 'success', 'warning', 'danger', 'info'];
const pairs: [string, string, number][] = [
  ...words.flatMap((word) => surfaces.map((surface): [string, string, number] => [word, surface, 4.5])),
  ...surfaces.map((surface): [string, string, number] => ['border-strong', surface, 3]),
  ...['accent', 'success', 'warning', 'danger', 'info'].map((tone): [string, string, number] => [
    tone,
    `${tone}-soft`,
    4.5,
  ]),
  ...['add', 'add-word', 'del', 'del-word', 'mark', 'warning-soft', 'accent-soft'].map(
    (ground): [string, string, number] => ['text', ground, 4.5],
  ),
  ...['add', 'del'].map((ground): [string, string, number] => ['text-2', ground, 4.5]),
  ['text-3', 'accent-soft', 4.5],
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((series) =>
    ['bg', 'surface'].map((ground): [string, string, number] => [`series-${series}`, ground, 3]),
  ),
  ...[1, 2].map((level): [string, string, number] => ['text', `heat-${level}`, 4.5]),
  ...[3, 4].map((level): [string, string, number] => ['heat-text', `heat-${level}`, 4.5]),
];

describe.each(['light', 'dark'] as const)('%s tokens', (scheme) => {
  const tokens = tokensOf(scheme);

  test.each(['add', 'add-word', 'del', 'del-word'])('text reads on the blue and orange %s', (ground) => {
    expect(contrast(tokens.get('text') ?? '', diffTokensOf(scheme).get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs)('%s on %s reads at %d:1 or more', (one, other, least) => {
    expect(contrast(tokens.get(one) ?? '', tokens.get(other) ?? '')).toBeGreaterThanOrEqual(least);
  });
});
