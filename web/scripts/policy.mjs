// Reads the built page and fails when something in it could not run, or could run unchecked, under the gateway's
// Content-Security-Policy: inline scripts and styles need the mark that the gateway fills with each answer's nonce.
// Fails, too, when a route is missing in docs/screens.md, or when a mouse got into the journeys of the keyboard.
import { readdirSync, readFileSync } from 'node:fs';

const NONCE = '__CSP_NONCE__';
const page = readFileSync(new URL('../dist/index.html', import.meta.url), 'utf8');
const faults = [];

for (const [tag, name] of page.matchAll(/<(script|style|link)\b[^>]*>/g)) {
  const inline = name === 'style' || (name === 'script' && !/\ssrc=/.test(tag));
  if (inline && !tag.includes(`nonce="${NONCE}"`)) faults.push(`index.html: no nonce: ${tag}`);
  const address = /\s(?:src|href)="([^"]*)"/.exec(tag)?.[1];
  if (address !== undefined && !/^\/(?!\/)/.test(address)) faults.push(`index.html: not our own file: ${tag}`);
}
for (const [attribute] of page.matchAll(/\s(?:on[a-z]+|style)="[^"]*"/g))
  faults.push(`index.html: inline: ${attribute.trim()}`);
if (/(?:href|src)="javascript:/i.test(page)) faults.push('index.html: a javascript: address');
if (!page.includes(`name="csp-nonce" content="${NONCE}"`))
  faults.push('index.html: no csp-nonce for styles added while running');

const table = readFileSync(new URL('../../docs/screens.md', import.meta.url), 'utf8');
const routes = readdirSync(new URL('../src/routes/', import.meta.url));
for (const file of routes) {
  if (!table.includes(`\`${file}\``))
    faults.push(`docs/screens.md: without ${file}; CIQ_SCREENS=write npm run e2e writes it`);
}
if (table.includes('not told')) faults.push('docs/screens.md: e2e/support/screens.ts does not say what each screen is');
for (const [, file] of table.matchAll(/`([\w$.-]+\.tsx)`/g)) {
  if (!routes.includes(file)) faults.push(`docs/screens.md: ${file} is no route any more`);
}

const byKeyboard = readFileSync(new URL('../e2e/journeys/keyboard.spec.ts', import.meta.url), 'utf8');
const mouse = /\.(?:click|dblclick|tap|hover|check|uncheck|fill|focus|selectOption|dragTo|dispatchEvent|mouse)\b/g;
for (const [call] of byKeyboard.matchAll(mouse)) faults.push(`keyboard.spec.ts: ${call} is not done by keyboard`);
for (const [call] of byKeyboard.matchAll(/(?<!keyboard)\.press\(/g))
  faults.push(`keyboard.spec.ts: ${call} moves the focus`);

for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
