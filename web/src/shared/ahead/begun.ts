declare global {
  /** Answers on their way since the page itself was read, by path and query; the script in the page's head asks for them. */
  var ciqAhead: Record<string, Promise<Response>> | undefined;
}

/** For how long such an answer is as good as a new one, in milliseconds since the page was opened. */
const fresh = 10_000;

/**
 * The answer that was asked for before this code was there; each is given once. Undefined when nobody asked, or when it is
 * too old. A bad answer is asked for again, so that signing in after it, or trying again, meets the gateway itself.
 */
export function begun(request: Request): Promise<Response> | undefined {
  const ahead = globalThis.ciqAhead;
  if (!ahead) return undefined;
  // What changes something may change what was asked before it.
  if (request.method !== 'GET' || performance.now() > fresh) {
    globalThis.ciqAhead = undefined;
    return undefined;
  }
  const { pathname, search } = new URL(request.url);
  const answer = ahead[pathname + search];
  if (!answer) return undefined;
  delete ahead[pathname + search];
  return answer.then(
    (response) => (response.ok ? response : globalThis.fetch(request)),
    () => globalThis.fetch(request),
  );
}
