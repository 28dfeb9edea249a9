// The peer Crawlee (CheerioCrawler): follows every link of the site, as fast as it can. crawlee.mjs HOSTS LANES PORT
// Tuned in its favour: nothing is written to disk, no session pool, no generated browser headers, no HTTP/2 attempts.
import { CheerioCrawler, Configuration, LogLevel, log } from 'crawlee';

const [hosts, lanes, port] = process.argv.slice(2).map(Number);
log.setLevel(LogLevel.OFF);
let pages = 0;
const begun = Date.now();
const crawler = new CheerioCrawler(
  {
    minConcurrency: lanes,
    maxConcurrency: lanes,
    maxRequestRetries: 0,
    useSessionPool: false,
    preNavigationHooks: [
      (_, options) => {
        options.useHeaderGenerator = false;
        options.retry = { limit: 0 };
        options.http2 = false;
      },
    ],
    autoscaledPoolOptions: { maybeRunIntervalSecs: 0.01, loggingIntervalSecs: null },
    async requestHandler({ $, enqueueLinks }) {
      pages++;
      $('title').text();
      $('h1').first().text();
      await enqueueLinks({ strategy: 'same-hostname' });
    },
  },
  new Configuration({ persistStorage: false, purgeOnStart: true }),
);
await crawler.run(Array.from({ length: hosts }, (_, i) => `http://127.0.0.${i + 1}:${port}/index.html`));
console.log(JSON.stringify({ pages, wall_s: (Date.now() - begun) / 1000 }));
process.exit(0);
