const atOnce = 4;

/** Asks for each of many things, a few at a time, and gives what failed: one refusal does not stop the others. */
export async function inTurns<T>(things: T[], ask: (thing: T) => Promise<unknown>): Promise<unknown[]> {
  const failures: unknown[] = [];
  const waiting = [...things];
  const work = async () => {
    for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) {
      await ask(thing).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, work));
  return failures;
}
