import { setupServer } from 'msw/node';
import { createOpenApiHttp } from 'openapi-msw';
import type { paths } from '../shared/api/schema.gen';
import { capturedDocument, competitor, diff, discovery, overview, session, signal } from './fixtures';
import { source, sourceDiff } from './source-fixtures';

/** The gateway of the tests; typed by the contract, so a mock cannot answer in a shape that the gateway does not have. */
export const http = createOpenApiHttp<paths>({ baseUrl: 'http://ciq.test' });

export const server = setupServer(
  http.get('/api/v1/setup', ({ response }) => response(200).json({ needed: false })),
  http.get('/api/v1/sign-in-methods', ({ response }) => response(200).json({ password: true })),
  http.get('/api/v1/session', ({ response }) => response(200).json(session)),
  http.get('/api/v1/overview', ({ response }) =>
    response(200).json({ competitors: 1, visits24h: 214, nextVisitAt: null, lastVisitAt: null, partial: [] }),
  ),
  http.get('/api/v1/first-steps', ({ response }) => response(200).json({ steps: [], dismissed: true, partial: [] })),
  http.get('/api/v1/signals/counts', ({ response }) => response(200).json({ triage: { NEW: 1 } })),
  http.get('/api/v1/signals', ({ response }) => response(200).json({ items: [signal()], nextCursor: null })),
  http.get('/api/v1/signals/{id}', ({ response }) => response(200).json(signal())),
  http.post('/api/v1/signals/triage', async ({ request, response }) => {
    const { ids } = await request.json();
    return response(200).json({ updated: ids, failed: [] });
  }),
  http.get('/api/v1/signals/{id}/comments', ({ response }) => response(200).json([])),
  http.get('/api/v1/members', ({ response }) =>
    response(200).json({
      me: session.member.id,
      items: [{ id: session.member.id, name: session.member.name, email: session.member.email, role: 'OWNER' }],
    }),
  ),
  http.get('/api/v1/alert-rules', ({ response }) => response(200).json([])),
  http.get('/api/v1/channels', ({ response }) => response(200).json([])),
  http.get('/api/v1/deliveries', ({ response }) => response(200).json({ items: [], nextCursor: null })),
  http.get('/api/v1/share-links', ({ response }) => response(200).json({ items: [], nextCursor: null })),
  http.get('/api/v1/view-feeds', ({ response }) => response(200).json([])),
  http.get('/api/v1/battlecards', ({ response }) => response(200).json([])),
  http.get('/api/v1/battlecards/{id}/versions', ({ response }) => response(200).json([])),
  http.get('/api/v1/battlecards/{id}/acts', ({ response }) => response(200).json([])),
  http.get('/api/v1/battlecards/{id}/proposals', ({ response }) => response(200).json([])),
  http.get('/api/v1/deal-outcomes/summary', ({ response }) =>
    response(200).json({ won: 0, lost: 0, noDecision: 0, decided: 0, winRate: null, reasons: [] }),
  ),
  http.get('/api/v1/changes/{id}/diff', ({ response }) => response(200).json(diff)),
  http.get('/api/v1/sources/{id}/ignore-rules/effective', ({ response }) =>
    response(200).json({ rules: [], replaced: [], mode: 'APPEND', tags: [], replacingTags: [] }),
  ),
  http.get('/api/v1/sources', ({ response }) => response(200).json({ items: [source()], nextCursor: null })),
  http.get('/api/v1/sources/{id}', ({ response }) => response(200).json(source())),
  http.get('/api/v1/sources/{id}/diff', ({ response }) => response(200).json(sourceDiff())),
  http.get('/api/v1/competitors/{id}', ({ response }) => response(200).json(competitor)),
  http.get('/api/v1/reprocessings', ({ response }) => response(200).json([])),
  http.get('/api/v1/model', ({ response }) => response(200).json({ configured: false })),
  http.get('/api/v1/competitors', ({ response }) => response(200).json({ items: [competitor], nextCursor: null })),
  http.get('/api/v1/competitors/{id}/overview', ({ response }) => response(200).json(overview())),
  http.get('/api/v1/facts', ({ response }) => response(200).json({ items: [], nextCursor: null })),
  http.get('/api/v1/facts/prices', ({ response }) => response(200).json([])),
  http.get('/api/v1/visits', ({ response }) => response(200).json({ items: [], nextCursor: null })),
  http.get('/api/v1/documents/{id}', ({ response }) => response(200).json(capturedDocument)),
  http.get('/api/v1/source-packs', ({ response }) => response(200).json({ items: [] })),
  http.get('/api/v1/discoveries/{id}', ({ response }) => response(200).json(discovery())),
);
