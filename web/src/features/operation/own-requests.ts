type Timing = Pick<PerformanceResourceTiming, 'name' | 'requestStart' | 'responseStart'> & { responseStatus?: number };

export type OwnRequests = { answered: number; withoutServerError: number; waitsMs: number[] };

/** Streams stay open, so their time says nothing about answers. */
const isAnswer = ({ name, responseStart }: Timing) =>
  name.includes('/api/v1/') && !name.endsWith('/events') && responseStart > 0;

/** What this page itself saw of the gateway since it was loaded, as the browser keeps it. */
export function ownRequests(timings: Timing[]): OwnRequests {
  const answers = timings.filter(isAnswer);
  return {
    answered: answers.length,
    withoutServerError: answers.filter(({ responseStatus = 200 }) => responseStatus < 500).length,
    waitsMs: answers.map(({ requestStart, responseStart }) => responseStart - requestStart),
  };
}

export function timingsOfThisPage(): Timing[] {
  return (performance.getEntriesByType?.('resource') as Timing[] | undefined) ?? [];
}
