// No flag has outlived its last day.
import { readFileSync } from 'node:fs';

const CONSTANT = /^ {2}[A-Z][A-Z0-9_]*\(\s*"([^"]+)",\s*(?:true|false),\s*(null|LocalDate\.(?:of\((\d+),\s*(\d+),\s*(\d+)\)|parse\("(\d{4}-\d\d-\d\d)"\)))\s*\)[,;]/gm;

export async function flags({ flagFile, today }) {
  const code = readFileSync(flagFile, 'utf8');
  const known = [...code.matchAll(CONSTANT)].map(([, key, , year, month, day, iso]) => ({
    key, expires: iso ?? (year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
  }));
  const named = code.match(/^ {2}[A-Z][A-Z0-9_]*\(/gm) ?? [];
  const found = known.filter(({ expires }) => expires && expires < today).map(({ key, expires }) => `${key} ended on ${expires}`);
  if (known.length !== named.length || known.length === 0) found.push(`${named.length - known.length || 'all'} flags of ${flagFile} are written in a way that is not understood here`);
  return { found, looked: `${known.length} flags`, mend: 'Remove the flag and its other branch, or give it a new last day and say why.' };
}
