import type { ProblemBody } from './types';

/** What a request failed with: the gateway's RFC 9457 answer, or the nearest honest sentence when there is none. */
export class Problem extends Error {
  /** The HTTP status; 0 when no answer came at all. */
  readonly status: number;
  readonly type: string;
  readonly detail: string;
  readonly traceId: string | undefined;
  readonly errors: { field: string; message: string; line?: number }[];

  constructor(body: Partial<ProblemBody> & { status: number; title: string }) {
    super(body.title);
    this.name = 'Problem';
    this.status = body.status;
    this.type = body.type ?? 'about:blank';
    this.detail = body.detail ?? '';
    this.traceId = body.traceId;
    this.errors = body.errors ?? [];
  }

  fieldError(field: string): string | undefined {
    return this.errors.find((error) => error.field === field || error.field.endsWith(`.${field}`))?.message;
  }
}

/** Reads a failed answer; a body that is no problem document (a proxy's page, say) is never shown. */
export function problemFrom(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string') {
    return new Problem({ ...(body as Partial<ProblemBody>), title: body.title, status });
  }
  if (status === 403) return new Problem({ status, title: 'You may not do this' });
  if (status === 404) return new Problem({ status, title: 'Not found' });
  if (status >= 500) return new Problem({ status, title: 'The server could not answer', detail: `It said ${status}.` });
  return new Problem({ status, title: 'The request was refused', detail: `The server said ${status}.` });
}

/** What to tell about anything that was thrown; what is no {@link Problem} is a fault of this page. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ status: 0, title: 'This screen failed', detail: error instanceof Error ? error.message : '' });
}

/** No answer came at all. */
export function unreachable(): Problem {
  return new Problem({
    status: 0,
    title: 'The server cannot be reached',
    detail: 'Check that CompetitorIQ is running and that you are online.',
  });
}
