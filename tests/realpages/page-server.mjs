// Serves recorded pages over loopback, each under its own host name (virtual hosts), with what a live
// server changes on every response: a nonce, a token, a build comment. The page's own text stays.
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export function loadPages(folder) {
  return JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).map((page) => {
    // Some pages were recorded without their address; they get one of their own.
    const original = new URL(page.url || `http://page-${page.id}.example/`);
    return { ...page, url: `http://${original.host}${original.pathname}${original.search}` };
  });
}

export function servePages(folder, pages, port) {
  const byAddress = new Map(
    pages.map((page) => [page.url, () => gunzipSync(readFileSync(join(folder, 'html', `${page.id}.html.gz`)))]),
  );
  const server = createServer((request, response) => {
    const body = byAddress.get(`http://${request.headers.host}${request.url}`);
    if (request.url === '/robots.txt') {
      response.writeHead(404).end();
    } else if (body === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    } else {
      response.writeHead(200, { 'content-type': 'text/html' }).end(withNoise(body()));
    }
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

function withNoise(body) {
  const token = randomBytes(12).toString('hex');
  const noise = `<!-- served ${Date.now()} --><script nonce="${token}">var build="${token}"</script>`;
  return Buffer.concat([body, Buffer.from(noise, 'latin1')]);
}
