import { Duration } from 'aws-cdk-lib';

/** What differs between dev, staging and prod. */
export interface Sizes {
  /** Instance type of the nodes, how many at least and at most. */
  readonly nodes: { readonly type: string; readonly least: number; readonly most: number };
  /** Instance class of PostgreSQL, GiB it starts with and may grow to. */
  readonly database: { readonly type: string; readonly standby: boolean; readonly backups: Duration; readonly gib: number; readonly mostGib: number; readonly connections: number };
  /** Node type of Redis and how many, in as many zones. */
  readonly cache: { readonly type: string; readonly nodes: number };
  readonly natGateways: number;
  /** Whether losing it would hurt: deletion protection, retained data, copies in a second region. */
  readonly precious: boolean;
  /** US dollars a month that raise an alarm. */
  readonly budget: number;
}

/** One installation: its sizes, where it runs and what only its operator can say. */
export interface Environment {
  readonly name: EnvironmentName;
  readonly sizes: Sizes;
  readonly region: string;
  /** Where copies go. */
  readonly secondRegion: string;
  readonly zones: readonly string[];
  /** Host name of the load balancer in front of nginx; CloudFront asks it over https. */
  readonly origin: string;
  /** Role that administers Kubernetes; without, only the one that CloudFormation works as. */
  readonly adminRoleArn: string | undefined;
  /** The address people open and its certificate (in us-east-1); without, the one CloudFront gives. */
  readonly site: { readonly host: string; readonly certificateArn: string } | undefined;
  /** Who is told of budgets and alarms. */
  readonly alertEmail: string;
  /** Networks that may reach the API of Kubernetes from outside; none: it has no public address. */
  readonly apiNetworks: readonly string[];
}

export type EnvironmentName = 'dev' | 'staging' | 'prod';

const SIZES: Record<EnvironmentName, Sizes> = {
  dev: {
    nodes: { type: 't3.large', least: 2, most: 3 },
    database: { type: 't4g.medium', standby: false, backups: Duration.days(7), gib: 20, mostGib: 50, connections: 100 },
    cache: { type: 'cache.t4g.small', nodes: 1 },
    natGateways: 1,
    precious: false,
    budget: 400,
  },
  staging: {
    nodes: { type: 'm5.large', least: 3, most: 6 },
    database: { type: 'r5.large', standby: false, backups: Duration.days(30), gib: 100, mostGib: 200, connections: 250 },
    cache: { type: 'cache.r5.large', nodes: 1 },
    natGateways: 1,
    precious: false,
    budget: 1200,
  },
  // The chart's requests of production are 12.5 cores at least and 22 at most.
  prod: {
    nodes: { type: 'm5.xlarge', least: 4, most: 8 },
    database: { type: 'r5.large', standby: true, backups: Duration.days(30), gib: 200, mostGib: 1000, connections: 400 },
    cache: { type: 'cache.r5.large', nodes: 2 },
    natGateways: 3,
    precious: true,
    budget: 4000,
  },
};

/** The environment that the context names with -c. */
export function environmentOf(context: (key: string) => unknown): Environment {
  const text = (key: string, otherwise: string): string => {
    const value = context(key) ?? otherwise;
    if (typeof value !== 'string' || value === '') throw new Error(`Say -c ${key}=...`);
    return value;
  };
  const name = text('environment', '');
  if (name !== 'dev' && name !== 'staging' && name !== 'prod') {
    throw new Error(`There is no environment ${name}: say -c environment=dev, staging or prod.`);
  }
  const region = text('region', 'eu-central-1');
  const secondRegion = text('secondRegion', 'eu-west-1');
  if (region === secondRegion) throw new Error('A copy in the same region is none: say another -c secondRegion=...');
  const networks = text('apiNetworks', 'none');
  const admin = text('adminRoleArn', 'none');
  const host = text('host', 'none');
  const certificateArn = text('certificateArn', 'none');
  if ((host === 'none') !== (certificateArn === 'none')) throw new Error('A host needs a certificate: say both -c host=... and -c certificateArn=...');
  return {
    name,
    sizes: SIZES[name],
    region,
    secondRegion,
    zones: ['a', 'b', 'c'].map((zone) => region + zone),
    origin: text('origin', `origin.${name}.competitoriq.example`),
    adminRoleArn: admin === 'none' ? undefined : admin,
    site: host === 'none' ? undefined : { host, certificateArn },
    alertEmail: text('alertEmail', 'operations@competitoriq.example'),
    apiNetworks: networks === 'none' ? [] : networks.split(','),
  };
}
