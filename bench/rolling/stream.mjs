// A browser's EventSource as far as it matters: it comes back after the pause it was told, with the last id it was given.
import { pause } from './replicas.mjs';

export function listen(url, cookie) {
  const heard = [];
  const seen = { heard, openings: 0, refused: 0, resyncs: 0, lastId: '' };
  const stopping = new AbortController();
  let retry = 2000;

  function take(block) {
    let id;
    let type = 'message';
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('id: ')) id = line.slice(4);
      if (line.startsWith('event: ')) type = line.slice(7);
      if (line.startsWith('data: ')) data = line.slice(6);
      if (line.startsWith('retry: ')) retry = Number(line.slice(7));
    }
    if (id !== undefined) seen.lastId = id;
    if (type === 'resync') seen.resyncs++;
    else if (data) heard.push({ id, subject: JSON.parse(data).subjectId });
  }

  async function once() {
    const headers = { cookie, accept: 'text/event-stream', ...(seen.lastId ? { 'last-event-id': seen.lastId } : {}) };
    const answer = await fetch(`${url}/api/v1/events`, { headers, signal: stopping.signal });
    if (!answer.ok) {
      seen.refused++;
      return;
    }
    seen.openings++;
    let rest = '';
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop();
      blocks.forEach(take);
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await once().catch(() => {});
      if (!stopping.signal.aborted) await pause(retry);
    }
  })();

  return { seen, close: () => (stopping.abort(), running) };
}
