import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { environmentOf } from '../lib/environment.js';
import { installation } from '../lib/installation.js';

/** The templates of an environment, as `cdk synth -c environment=...` writes them. */
export function templates(environment: string, more: Record<string, string> = {}) {
  const context: Record<string, string> = { environment, ...more };
  const stacks = installation(new App(), environmentOf((key) => context[key]));
  return {
    region: Template.fromStack(stacks.region),
    front: Template.fromStack(stacks.front),
    copies: stacks.copies && Template.fromStack(stacks.copies),
  };
}

export const prod = templates('prod');
export const staging = templates('staging');
export const dev = templates('dev');
export const all = { prod, staging, dev };
export const everyTemplate = Object.values(all).flatMap((of) => [of.region, of.front, ...(of.copies ? [of.copies] : [])]);
export const copies = prod.copies!;

/** Properties of every resource of a type. */
export function every(template: Template, type: string): Record<string, any>[] {
  return Object.values(template.findResources(type)).map((resource) => resource.Properties);
}
