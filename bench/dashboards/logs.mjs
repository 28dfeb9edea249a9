// The logs that the services wrote: one JSON object a line, with trace ids, and without secrets.
import { readFileSync } from 'node:fs';

export function logs(home, services, secrets) {
  const lines = services.flatMap((service) => readFileSync(`${home}/logs/${service}.log`, 'utf8').split('\n').filter(Boolean).map((line) => ({ service, line })));
  const parsed = lines.map(({ service, line }) => ({ service, line, json: object(line) }));
  return {
    lines: lines.length,
    notJson: parsed.filter(({ json }) => json === null).map(({ service, line }) => `${service}: ${line.slice(0, 160)}`),
    traced: parsed.filter(({ json }) => json?.mdc?.traceId && json.mdc.spanId).length,
    unnamed: parsed.filter(({ service, json }) => json && json.service !== service).length,
    secrets: lines.filter(({ line }) => secrets.some((secret) => line.includes(secret))).map(({ service, line }) => `${service}: ${line.slice(0, 200)}`),
  };
}

function object(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
