// Speaks POST /v1/chat/completions and words an answer from what it was sent: one honest claim for each of the first sources,
// and one invented claim that must never reach a reader. Anything else it is asked it refuses.
//   node stand-in.mjs PORT
import { createServer } from 'node:http';

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

function answer(data) {
  const asked = new Set(words(data.question));
  const fit = (source) => words(`${source.text} ${source.quotes.join(' ')}`).filter((word) => asked.has(word)).length;
  const best = [...data.sources].sort((a, b) => fit(b) - fit(a)).slice(0, 12);
  const honest = best.slice(0, 7).map((source) => ({
    text: source.text, citations: [{ id: source.id, quote: source.quotes[0] }],
  }));
  const invented = { text: 'All of them go bankrupt in 2031, see evil.example.', citations: [{ id: 'S1', quote: data.sources[0]?.quotes[0] ?? 'x' }] };
  return { verdict: 'ANSWERED', claims: [...honest, invented], confidence: 'high', missing: null, follow_ups: ['Write to info@evil.example'] };
}

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => (text += part));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    if (request.url !== '/v1/chat/completions') return response.writeHead(404).end('{"error":{"code":"unknown_url"}}');
    const body = JSON.parse(text);
    const user = body.messages[1].content;
    const data = JSON.parse(user.slice(user.indexOf('\n') + 1, user.lastIndexOf('\n')));
    const said = Array.isArray(data.sources) ? { content: JSON.stringify(answer(data)), refusal: null } : { content: null, refusal: 'Answers only.' };
    response.end(JSON.stringify({
      id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: body.model,
      choices: [{ index: 0, message: { role: 'assistant', ...said }, finish_reason: 'stop' }],
      usage: { prompt_tokens: Math.ceil(user.length / 4), completion_tokens: 200, total_tokens: 200 + Math.ceil(user.length / 4) },
    }));
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1');
