import type { Stack } from 'aws-cdk-lib';
import { CfnPodIdentityAssociation } from 'aws-cdk-lib/aws-eks';
import type * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Environment } from './environment.js';
import type { StoreName } from './stores.js';

/** Whose value nobody but the operator knows: made empty, filled once by hand. */
const BY_HAND = ['seal-keys', 'oidc-client-secret', 'smtp-login', 'model-api-key'];

/** Secrets, and the identities of the two service accounts that may reach anything of AWS. */
export function secrets(
  stack: Stack,
  environment: Environment,
  cluster: eks.Cluster,
  buckets: Record<StoreName, s3.Bucket>,
  made: readonly secretsmanager.ISecret[],
): void {
  const service = new secretsmanager.Secret(stack, 'ServiceSecret', {
    secretName: `competitoriq/${environment.name}/service-secret`,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
  const replicas = environment.sizes.precious ? [{ region: environment.secondRegion }] : undefined;
  const empty = BY_HAND.map(
    (name) =>
      new secretsmanager.CfnSecret(stack, `Secret-${name}`, {
        name: `competitoriq/${environment.name}/${name}`,
        description: 'Filled by hand',
        ...(replicas ? { replicaRegions: replicas } : {}),
      }),
  );
  if (environment.sizes.precious) service.addReplicaRegion(environment.secondRegion);

  const reader = podRole(stack, 'SecretsReader');
  reader.addToPolicy(
    new iam.PolicyStatement({
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      resources: [...made.map((secret) => secret.secretArn), service.secretArn, ...empty.map((secret) => secret.ref)],
    }),
  );
  identity(stack, cluster, reader, 'external-secrets', 'external-secrets');

  const keeper = podRole(stack, 'EvidenceKeeper');
  buckets.raw.grantReadWrite(keeper);
  // Adds to what proves, and cannot take away: neither the lock nor a version.
  keeper.addToPolicy(new iam.PolicyStatement({ actions: ['s3:PutObject', 's3:GetObject'], resources: [buckets.audit.arnForObjects('*')] }));
  identity(stack, cluster, keeper, 'competitoriq', 'competitoriq-keeper');
}

function podRole(stack: Stack, id: string): iam.Role {
  return new iam.Role(stack, id, { assumedBy: new iam.SessionTagsPrincipal(new iam.ServicePrincipal('pods.eks.amazonaws.com')) });
}

function identity(stack: Stack, cluster: eks.Cluster, role: iam.Role, namespace: string, serviceAccount: string): void {
  new CfnPodIdentityAssociation(stack, `Identity-${serviceAccount}`, {
    clusterName: cluster.clusterName,
    namespace,
    serviceAccount,
    roleArn: role.roleArn,
  });
}
