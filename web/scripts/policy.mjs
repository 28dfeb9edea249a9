// Reads the built page and fails when something in it could not run, or could run unchecked, under the gateway's
// Content-Security-Policy: inline scripts and styles need the mark that the gateway fills with each answer's nonce.
import { readFileSync } from 'node:fs';

const NONCE = '__CSP_NONCE__';
const page = readFileSync(new URL('../dist/index.html', import.meta.url), 'utf8');
const faults = [];

for (const [tag, name] of page.matchAll(/<(script|style|link)\b[^>]*>/g)) {
  const inline = name === 'style' || (name === 'script' && !/\ssrc=/.test(tag));
  if (inline && !tag.includes(`nonce="${NONCE}"`)) faults.push(`no nonce: ${tag}`);
  const address = /\s(?:src|href)="([^"]*)"/.exec(tag)?.[1];
  if (address !== undefined && !/^\/(?!\/)/.test(address)) faults.push(`not our own file: ${tag}`);
}
for (const [attribute] of page.matchAll(/\s(?:on[a-z]+|style)="[^"]*"/g)) faults.push(`inline: ${attribute.trim()}`);
if (/(?:href|src)="javascript:/i.test(page)) faults.push('a javascript: address');
if (!page.includes(`name="csp-nonce" content="${NONCE}"`)) faults.push('no csp-nonce for styles added while running');

for (const fault of faults) console.error(`index.html: ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
