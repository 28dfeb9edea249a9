import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disagreements } from '../manifests.mjs';

const probe = (path, port) => ({ httpGet: { path, port } });

function deployment({ http = 8080, port = 'management', live = '/q/health/live', name = 'crawl' } = {}) {
  return {
    spec: {
      template: {
        metadata: { labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'competitoriq' } },
        spec: {
          containers: [
            {
              ports: [
                { name: 'http', containerPort: http },
                { name: 'management', containerPort: 9000 },
              ],
              startupProbe: probe('/q/health/started', port),
              readinessProbe: probe('/q/health/ready', port),
              livenessProbe: probe(live, port),
            },
          ],
        },
      },
    },
  };
}

test('a port named and the same port numbered agree', () => {
  assert.deepEqual(disagreements('crawl', deployment({ port: 9000 }), deployment()), []);
});

test('another port, path or name is told', () => {
  assert.deepEqual(disagreements('crawl', deployment({ http: 8082 }), deployment()), [
    'crawl: port http is 8082 to Quarkus and 8080 in the chart',
  ]);
  assert.deepEqual(disagreements('crawl', deployment({ live: '/health' }), deployment()), [
    'crawl: livenessProbe is 9000/health to Quarkus and 9000/q/health/live in the chart',
  ]);
  assert.deepEqual(disagreements('crawl', deployment({ name: 'reader' }), deployment()), [
    'crawl: app.kubernetes.io/name is reader to Quarkus and crawl in the chart',
  ]);
});

test('a probe that the chart has not is told', () => {
  const without = deployment();
  without.spec.template.spec.containers[0].startupProbe = undefined;
  assert.deepEqual(disagreements('crawl', deployment(), without), [
    'crawl: startupProbe is 9000/q/health/started to Quarkus and undefined in the chart',
  ]);
});
