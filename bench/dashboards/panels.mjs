// The queries of a dashboard as Grafana would send them: its variables are replaced by the values that are really there.

// How far rate() looks back: Grafana's is four scrapes at least.
const RATE_INTERVAL = '30s';

export async function queriesOf(board, prom) {
  const values = {};
  for (const variable of board.templating.list.filter((each) => each.type === 'query')) {
    values[variable.name] = await valuesOf(variable.query.query, prom);
  }
  return board.panels.flatMap((panel) =>
    panel.targets.map((target, index) => ({
      dashboard: board.uid, panel: panel.title, number: index + 1, expr: replaced(target.expr, values),
    })));
}

async function valuesOf(query, prom) {
  const [, metric, label] = /^label_values\((.+), (\w+)\)$/.exec(query) ?? [];
  if (!metric) throw new Error(`a variable that is no label_values(metric, label): ${query}`);
  const found = await prom.ask(`/api/v1/label/${label}/values?match[]=${encodeURIComponent(metric)}`);
  if (found.length === 0) throw new Error(`no value for ${query}`);
  return found;
}

function replaced(expr, values) {
  const text = expr.replaceAll('$__rate_interval', RATE_INTERVAL);
  return Object.entries(values).reduce((all, [name, found]) => all.replaceAll(`$${name}`, found.map(escaped).join('|')), text);
}

const escaped = (value) => value.replace(/[.*+?^${}()|[\]\\/]/g, '\\\\$&');
