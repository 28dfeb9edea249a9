import type { Plugin, Rolldown } from 'vite';
import { firstAsked, session } from './src/shared/ahead/addresses';

type Route = {
  /** Of a path with nothing after it. */
  pattern: string;
  /** Files of the screen and of what stands around it. */
  files: string[];
  asks: string[];
};

/**
 * In the page's head: begins to load what the entry would ask for once it runs, the files of the screen in the address bar
 * and its first answers, while the entry itself is on its way. Over a phone's network that is two rounds.
 */
export function ahead(): Plugin {
  return {
    name: 'ahead',
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle = {} }) => {
        const routes = routesOf(bundle);
        if (routes.length === 0) return [];
        const files = [...new Set(routes.flatMap((route) => route.files))];
        const rows = routes.map(({ pattern, files: own, asks }) => [
          pattern,
          own.map((file) => files.indexOf(file)),
          asks,
        ]);
        // After the tags of the entry: what comes first is asked for first.
        return [
          { tag: 'script', children: `(${begin})(${JSON.stringify(rows)},${JSON.stringify(files)})`, injectTo: 'head' },
        ];
      },
    },
  };
}

/** Runs in the page by itself, so it names nothing of this file. */
function begin(routes: [string, number[], string[]][], files: string[]): void {
  const nonce = document.currentScript?.nonce ?? '';
  const path = location.pathname.replace(/(.)\/$/, '$1');
  for (const [pattern, own, asks] of routes) {
    const found = new RegExp(`^${pattern}$`).exec(path);
    if (!found) continue;
    for (const index of own) {
      const file = files[index] ?? '';
      const link = document.createElement('link');
      link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload';
      if (file.endsWith('.css')) link.as = 'style';
      link.crossOrigin = '';
      link.nonce = nonce;
      link.href = `/${file}`;
      document.head.append(link);
    }
    const answers: Record<string, Promise<Response>> = {};
    for (const ask of asks) {
      // What is in the query may change what a screen asks for; that somebody is signed in never depends on it.
      if (location.search && ask !== asks[0]) continue;
      const address = ask.replace('$id', found[1] ?? '');
      const answer = fetch(address, { headers: { accept: 'application/json' } });
      // Nobody may ever wait for it.
      answer.catch(() => undefined);
      answers[address] = answer;
    }
    globalThis.ciqAhead = answers;
    return;
  }
}

const splitOff = /\/src\/routes\/(.+)\.tsx\?tsr-split=component$/;

function routesOf(bundle: Rolldown.OutputBundle): Route[] {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const closure = (file: string, seen = new Set<string>()): Set<string> => {
    const chunk = byFile.get(file);
    if (!chunk || seen.has(file)) return seen;
    seen.add(file);
    for (const needed of chunk.imports) closure(needed, seen);
    return seen;
  };
  const entry = chunks.find(({ isEntry }) => isEntry);
  const first = closure(entry?.fileName ?? '');
  const screens = new Map(
    chunks.flatMap(({ moduleIds, fileName }) =>
      moduleIds.flatMap((id) => {
        const name = splitOff.exec(id)?.[1];
        return name ? [[name, fileName] as const] : [];
      }),
    ),
  );
  const members = [...screens.keys()].filter((name) => name.startsWith('_member.'));
  return (
    members
      .filter((name) => !members.some((other) => other.startsWith(`${name}.`)))
      .map((name) => {
        const around = name.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));
        const scripts = new Set(around.flatMap((each) => [...closure(screens.get(each) ?? '')]));
        const needed = [...scripts].filter((file) => !first.has(file));
        const styles = needed.flatMap((file) => [...(byFile.get(file)?.viteMetadata?.importedCss ?? [])]);
        const parts = name.split('.').slice(1);
        const template = `/${parts.filter((part) => part !== 'index').join('/')}`;
        return {
          pattern: template.replaceAll(/\$\w+/g, '([^/]+)'),
          files: [...new Set([...needed, ...styles])],
          asks: [session, ...asked(template)],
        };
      })
      // A name goes before a placeholder: /competitors/new is no competitor.
      .sort((one, other) => Number(one.pattern.includes('(')) - Number(other.pattern.includes('(')))
  );
}

/** Of the screen itself, else of the thing that its tabs stand under. */
function asked(template: string): string[] {
  return firstAsked[template] ?? firstAsked[template.replace(/(\$id)\/.*/, '$1')] ?? [];
}
