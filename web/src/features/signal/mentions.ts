/** The members whose name follows an @; the longest name that fits wins, so Ann Lee is not Ann. */
export function mentionsIn(body: string, people: { id: string; name: string }[]): string[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (let at = body.indexOf('@'); at !== -1; at = body.indexOf('@', at + 1)) {
    const rest = body.slice(at + 1).toLowerCase();
    const named = longestFirst.find(
      ({ name }) => rest.startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)),
    );
    if (named) found.add(named.id);
  }
  return [...found];
}
