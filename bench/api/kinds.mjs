// What the pages ask for when they are opened, by how often they are, on the data that an installation has.
const words = ['raised', 'month', 'plan 77', '$42', 'shared inbox'];

/**
 * @param {(path: string) => Promise<any>} get reads the API as one session
 * @param {string[]} [known] ids of competitors, where there are more than a page of them
 * @returns {Promise<{kinds: [string, number, () => string][], one: <T>(list: T[]) => T}>} only kinds that have something to ask for;
 *   one: any of a list, the same in every run
 */
export async function kindsOf(get, known) {
  const idsOf = async (path) => (await get(path)).items.map((each) => each.id);
  const [signals, sources, documents, changes] = await Promise.all(
    ['signals', 'sources', 'documents', 'changes'].map((list) => idsOf(`/${list}?limit=100`)),
  );
  const competitors = known ?? (await idsOf('/competitors?limit=100'));
  const inbox = (await get('/signals')).nextCursor;
  let seed = 42;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const one = (list) => list[random(list.length)];
  const kinds = [
    ['session', 10, () => '/session'],
    ['overview', 10, () => '/overview'],
    ['inbox', 14, () => '/signals?collapsed=true'],
    inbox && ['inbox: next page', 3, () => `/signals?cursor=${encodeURIComponent(inbox)}`],
    ['inbox: category and triage', 5, () => `/signals?category=${one(['PRICING', 'PRODUCT', 'HIRING'])}&triage=NEW`],
    ['inbox: search', 4, () => `/signals?q=${encodeURIComponent(one(words))}`],
    ['inbox: facets', 8, () => '/signals/counts'],
    signals.length > 0 && ['signal', 10, () => `/signals/${one(signals)}`],
    competitors.length > 0 && ['competitor', 8, () => `/competitors/${one(competitors)}/overview`],
    competitors.length > 0 && ['competitor: facts', 6, () => `/facts?competitorId=${one(competitors)}&current=true&limit=50`],
    competitors.length > 0 && ['competitor: signals', 3, () => `/signals?competitorId=${one(competitors)}`],
    ['competitors', 5, () => '/competitors?limit=50'],
    ['competitors: search', 2, () => `/competitors?q=company%20${random(1000)}`],
    ['sources', 3, () => '/sources?limit=50'],
    sources.length > 0 && ['source', 2, () => `/sources/${one(sources)}`],
    documents.length > 0 && ['document', 2, () => `/documents/${one(documents)}`],
    ['changes', 2, () => '/changes?limit=50'],
    changes.length > 0 && ['change', 1, () => `/changes/${one(changes)}`],
    ['stories', 1, () => '/stories'],
    ['members', 1, () => '/members'],
  ].filter(Boolean);
  return { kinds, one };
}

/** A file for ApiSimulation: 20 000 requests in the shares of their kinds. */
export function requestsOf({ kinds, one }, sessions) {
  const wheel = kinds.flatMap((kind) => Array(kind[1]).fill(kind));
  const lines = ['name,path,session'];
  for (let i = 0; i < 20000; i++) {
    const [name, , path] = one(wheel);
    lines.push(`${name},/api/v1${path()},${one(sessions)}`);
  }
  return `${lines.join('\n')}\n`;
}
