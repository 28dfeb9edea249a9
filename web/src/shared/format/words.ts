/** `JOB_OPENING` as people write it: `job opening`. Fact kinds come from the extractor and may grow. */
export function factKindName(kind: string): string {
  return kind.toLowerCase().replaceAll('_', ' ');
}

/** An address without what every address has: `brightdesk.localhost:8090/pricing`. */
export function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}
