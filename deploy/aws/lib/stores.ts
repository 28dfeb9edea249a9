import { Aws, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Environment } from './environment.js';

export const STORES = ['assets', 'raw', 'audit'] as const;
export type StoreName = (typeof STORES)[number];

/** How long a version that was overwritten or deleted can be had back. */
export const KEPT = Duration.days(90);
/** How long nobody can delete what is in the audit store. */
const LOCKED = Duration.days(365);

/** Known without asking the other stack, so that two regions can name each other's. */
export function bucketName(environment: Environment, name: StoreName, region: string): string {
  return `competitoriq-${environment.name}-${name}-${Aws.ACCOUNT_ID}-${region}`;
}

/** Versioned, encrypted, TLS only, never public; versions that were replaced go after 90 days. */
export function bucket(stack: Stack, environment: Environment, name: StoreName, region: string): s3.Bucket {
  const { precious } = environment.sizes;
  return new s3.Bucket(stack, `Bucket-${name}`, {
    bucketName: bucketName(environment, name, region),
    versioned: true,
    encryption: s3.BucketEncryption.S3_MANAGED,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ id: 'old-versions', noncurrentVersionExpiration: KEPT, abortIncompleteMultipartUploadAfter: Duration.days(7), expiredObjectDeleteMarker: true }],
    ...(name === 'audit'
      ? { objectLockDefaultRetention: precious ? s3.ObjectLockRetention.compliance(LOCKED) : s3.ObjectLockRetention.governance(Duration.days(1)) }
      : {}),
  });
}

/** The three stores of the region: built pages, what was collected, and what proves who did what. */
export function stores(stack: Stack, environment: Environment): Record<StoreName, s3.Bucket> {
  const made = {
    assets: bucket(stack, environment, 'assets', environment.region),
    raw: bucket(stack, environment, 'raw', environment.region),
    audit: bucket(stack, environment, 'audit', environment.region),
  };
  made.assets.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:GetObject'],
      resources: [made.assets.arnForObjects('*')],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  if (environment.sizes.precious) replicate(stack, environment, made);
  return made;
}

function replicate(stack: Stack, environment: Environment, from: Record<StoreName, s3.Bucket>): void {
  const role = new iam.Role(stack, 'Replication', { assumedBy: new iam.ServicePrincipal('s3.amazonaws.com') });
  for (const name of STORES) {
    const target = s3.Bucket.fromBucketName(stack, `Copy-${name}`, bucketName(environment, name, environment.secondRegion));
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'], resources: [from[name].bucketArn] }));
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging', 's3:GetObjectRetention', 's3:GetObjectLegalHold'],
        resources: [from[name].arnForObjects('*')],
      }),
    );
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'], resources: [target.arnForObjects('*')] }));
    (from[name].node.defaultChild as s3.CfnBucket).replicationConfiguration = {
      role: role.roleArn,
      rules: [
        {
          id: 'everything',
          priority: 0,
          status: 'Enabled',
          filter: { prefix: '' },
          // A deletion stays here: the copy is what is left when somebody deletes everything.
          deleteMarkerReplication: { status: 'Disabled' },
          destination: {
            bucket: target.bucketArn,
            storageClass: 'STANDARD_IA',
            replicationTime: { status: 'Enabled', time: { minutes: 15 } },
            metrics: { status: 'Enabled', eventThreshold: { minutes: 15 } },
          },
        },
      ],
    };
  }
}
