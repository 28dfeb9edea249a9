import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Environment } from './environment.js';

/** Redis for tickets: never evicts, never backed up, for the ledger in PostgreSQL can make them anew. */
export function cache(
  stack: Stack,
  environment: Environment,
  vpc: ec2.Vpc,
  cluster: eks.Cluster,
): { group: elasticache.CfnReplicationGroup; secret: secretsmanager.Secret } {
  const { cache: size } = environment.sizes;
  const door = new ec2.SecurityGroup(stack, 'RedisDoor', { vpc, description: 'Redis', allowAllOutbound: false });
  door.addIngressRule(cluster.clusterSecurityGroup, ec2.Port.tcp(6379), 'from the nodes');
  const secret = new secretsmanager.Secret(stack, 'RedisToken', {
    secretName: `competitoriq/${environment.name}/redis`,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
  const subnets = new elasticache.CfnSubnetGroup(stack, 'RedisSubnets', {
    description: 'stores',
    subnetIds: vpc.selectSubnets({ subnetGroupName: 'stores' }).subnetIds,
  });
  const parameters = new elasticache.CfnParameterGroup(stack, 'RedisParameters', {
    cacheParameterGroupFamily: 'redis7',
    description: 'A ticket is never evicted',
    properties: { 'maxmemory-policy': 'noeviction' },
  });
  const group = new elasticache.CfnReplicationGroup(stack, 'Redis', {
    replicationGroupId: `competitoriq-${environment.name}`,
    replicationGroupDescription: 'Tickets of jobs',
    engine: 'redis',
    engineVersion: '7.1',
    cacheNodeType: size.type,
    numCacheClusters: size.nodes,
    automaticFailoverEnabled: size.nodes > 1,
    multiAzEnabled: size.nodes > 1,
    transitEncryptionEnabled: true,
    transitEncryptionMode: 'required',
    atRestEncryptionEnabled: true,
    authToken: secret.secretValue.unsafeUnwrap(),
    cacheSubnetGroupName: subnets.ref,
    cacheParameterGroupName: parameters.ref,
    securityGroupIds: [door.securityGroupId],
    snapshotRetentionLimit: 0,
  });
  return { group, secret };
}
