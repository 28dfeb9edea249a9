/** A share of something that went well, of so many; below `least` it would be an accident and is not told. */
type Ratio = { good: number; of: number; least: number; goal: number };

/** What a goal allows to go wrong, and how much of that is used: 1 is all of it. */
export type Level =
  | { state: 'collecting'; have: number; least: number }
  | { state: 'measured'; value: number; met: boolean; budgetUsed: number };

/** @param goal the share that is promised, below 1 */
export function ratioLevel({ good, of, least, goal }: Ratio): Level {
  if (of < least) return { state: 'collecting', have: of, least };
  const value = good / of;
  return { state: 'measured', value, met: value >= goal, budgetUsed: (1 - value) / (1 - goal) };
}

/**
 * The 95th percentile of durations, nearest rank, against a goal in the same unit.
 * What may be slower than the goal is one in twenty; that is its error budget.
 */
export function percentileLevel(durations: number[], least: number, goal: number): Level {
  if (durations.length < least) return { state: 'collecting', have: durations.length, least };
  const sorted = [...durations].sort((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const slow = durations.filter((duration) => duration > goal).length;
  return { state: 'measured', value, met: value <= goal, budgetUsed: slow / durations.length / 0.05 };
}
