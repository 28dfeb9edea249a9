import { type App, Stack, Tags } from 'aws-cdk-lib';
import { alarms, budget } from './alarms.js';
import { database } from './database.js';
import { cache } from './cache.js';
import { cluster } from './cluster.js';
import { CopiesStack } from './copies.js';
import { FrontStack } from './front.js';
import { network } from './network.js';
import { secrets } from './secrets.js';
import { stores } from './stores.js';
import type { Environment } from './environment.js';

/** Everything of one environment in its own region. */
export class RegionStack extends Stack {
  constructor(app: App, environment: Environment, copies: CopiesStack | undefined) {
    super(app, `competitoriq-${environment.name}`, {
      env: { region: environment.region },
      crossRegionReferences: copies !== undefined,
      terminationProtection: environment.sizes.precious,
    });
    const vpc = network(this, environment);
    const kubernetes = cluster(this, environment, vpc);
    const postgres = database(this, environment, vpc, kubernetes, copies?.key);
    const redis = cache(this, environment, vpc, kubernetes);
    const buckets = stores(this, environment);
    secrets(this, environment, kubernetes, buckets, [postgres.secret, redis.secret]);
    const topic = alarms(this, environment, postgres.instance, redis.group);
    budget(this, environment, topic);
  }
}

/** The stacks of an environment: the region, its copies elsewhere, and the door, which CloudFront wants in us-east-1. */
export function installation(app: App, environment: Environment) {
  const copies = environment.sizes.precious ? new CopiesStack(app, environment) : undefined;
  const region = new RegionStack(app, environment, copies);
  if (copies) region.addStackDependency(copies, 'replication needs buckets to go to');
  const front = new FrontStack(app, environment);
  front.addStackDependency(region, 'CloudFront reads the bucket of the region');
  for (const stack of [copies, region, front]) {
    if (stack) Tags.of(stack).add('competitoriq:environment', environment.name);
  }
  return { copies, region, front };
}
