// A collector of spans (OTLP over HTTP, protobuf) that keeps of each what this bench asks for: its service, trace, parent and name.
import { createServer } from 'node:http';

// The fields of a protobuf message: [number, value], where a value is bytes, or a number for what is not length-delimited.
function* fields(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const [number, wire] = [Math.floor(key / 8), key % 8];
    if (wire === 0) yield [number, varint()];
    else if (wire === 1) yield [number, bytes.subarray(at, (at += 8))];
    else if (wire === 5) yield [number, bytes.subarray(at, (at += 4))];
    else {
      const length = varint();
      yield [number, bytes.subarray(at, (at += length))];
    }
  }
}

const all = (bytes, number) => [...fields(bytes)].filter(([found]) => found === number).map(([, value]) => value);
const text = (bytes) => Buffer.from(bytes ?? []).toString('utf8');
const hex = (bytes) => Buffer.from(bytes ?? []).toString('hex');

function serviceOf(resource) {
  const named = all(resource, 1).find((attribute) => text(all(attribute, 1)[0]) === 'service.name');
  return named ? text(all(all(named, 2)[0], 1)[0]) : 'unknown';
}

export function collector(port) {
  const spans = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      for (const resourceSpans of all(Buffer.concat(parts), 1)) {
        const service = serviceOf(all(resourceSpans, 1)[0]);
        for (const span of all(resourceSpans, 2).flatMap((scope) => all(scope, 2))) {
          spans.push({ service, trace: hex(all(span, 1)[0]), id: hex(all(span, 2)[0]), parent: hex(all(span, 4)[0]), name: text(all(span, 5)[0]) });
        }
      }
      response.end();
    });
  }).listen(port, '127.0.0.1');

  // The widest trace: how many services it went through, and whether every step but the first has its parent in it.
  function widest() {
    const traces = new Map();
    for (const span of spans) traces.set(span.trace, [...(traces.get(span.trace) ?? []), span]);
    const services = (trace) => new Set(trace.map((span) => span.service)).size;
    const [best] = [...traces.values()].sort((a, b) => services(b) - services(a) || b.length - a.length);
    if (!best) return { services: 0, spans: 0, orphans: 0, names: [] };
    const known = new Set(best.map((span) => span.id));
    const orphans = best.filter((span) => span.parent && !known.has(span.parent)).length;
    return { services: services(best), spans: best.length, orphans, names: [...new Set(best.map((span) => `${span.service}: ${span.name}`))] };
  }
  return { spans, widest, services: () => new Set(spans.map((span) => span.service)).size, stop: () => server.close() };
}
