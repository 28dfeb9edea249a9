// The public API as one signed-in reader: gateway(URL) gives call(method, path, body), all(path), every item of a list, and the session's cookie().
export function gateway(url) {
  let cookie = '';

  async function call(method, path, body) {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-ciq-csrf': '1', cookie },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0];
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  async function all(path) {
    const items = [];
    let cursor = null;
    do {
      const page = await call('GET', `${path}?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }

  return { call, all, cookie: () => cookie };
}
