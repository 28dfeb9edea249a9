import axe from 'axe-core';

/** The rules that a container breaks. Colours are measured in a real browser, not here. */
export async function violations(container: Element): Promise<string[]> {
  const result = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return result.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
}
