import { type Metric, onCLS, onINP, onLCP, onTTFB } from 'web-vitals';

type Measure = { name: 'LCP' | 'INP' | 'CLS' | 'TTFB' | 'LOAD' | 'ERRORS'; value: number };

const LONGEST_LOAD = 30_000;
const build = new URL(import.meta.url).pathname.split('/').at(-1)?.slice(0, 40) ?? 'unknown';

/**
 * Measures this page view and sends it once, when the page is hidden. Nothing in it names a person or an id.
 * @param page the template of the route the visit began at
 */
export function measure(page: string): void {
  const measures = new Map<Measure['name'], number>();
  const note = ({ name, value }: Metric) => {
    if (name !== 'FCP') measures.set(name, value);
  };
  onLCP(note);
  onINP(note);
  onCLS(note);
  onTTFB(note);
  whenUsable((millis) => measures.set('LOAD', millis));
  const failed = () => measures.set('ERRORS', (measures.get('ERRORS') ?? 0) + 1);
  addEventListener('error', failed);
  addEventListener('unhandledrejection', failed);
  // After the listeners of web-vitals, which settle their values at the same moment.
  setTimeout(() => addEventListener('visibilitychange', () => hidden(page, measures)));
}

function hidden(page: string, measures: Map<Measure['name'], number>): void {
  if (document.visibilityState !== 'hidden' || measures.size === 0) return;
  const body = JSON.stringify({ page, build, measures: [...measures].map(([name, value]) => ({ name, value })) });
  measures.clear();
  navigator.sendBeacon('/api/v1/rum', new Blob([body], { type: 'application/json' }));
}

/** There is a heading and nothing is on its way any more. */
function whenUsable(tell: (millis: number) => void): void {
  const look = () => {
    if (document.querySelector('h1') && !document.querySelector('[aria-busy=true]')) tell(performance.now());
    else if (performance.now() < LONGEST_LOAD) setTimeout(look, 50);
  };
  look();
}
