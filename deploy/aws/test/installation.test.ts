import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { environmentOf } from '../lib/environment.js';
import { installation } from '../lib/installation.js';

/** The templates of an environment, as `cdk synth -c environment=...` writes them. */
function templates(environment: string, more: Record<string, string> = {}) {
  const context: Record<string, string> = { environment, ...more };
  const stacks = installation(new App(), environmentOf((key) => context[key]));
  return {
    region: Template.fromStack(stacks.region),
    front: Template.fromStack(stacks.front),
    copies: stacks.copies && Template.fromStack(stacks.copies),
  };
}

const prod = templates('prod');
const staging = templates('staging');
const dev = templates('dev');
const all = { prod, staging, dev };
const everyTemplate = Object.values(all).flatMap((of) => [of.region, of.front, ...(of.copies ? [of.copies] : [])]);
const copies = prod.copies!;

/** Properties of every resource of a type. */
function every(template: Template, type: string): Record<string, any>[] {
  return Object.values(template.findResources(type)).map((resource) => resource.Properties);
}

describe('the network', () => {
  it('has three zones with three kinds of subnets', () => prod.region.resourceCountIs('AWS::EC2::Subnet', 9));
  it('has a way out per zone in production and one elsewhere', () => {
    prod.region.resourceCountIs('AWS::EC2::NatGateway', 3);
    dev.region.resourceCountIs('AWS::EC2::NatGateway', 1);
  });
  it('gives the stores no way out', () => {
    const routes = Object.keys(prod.region.findResources('AWS::EC2::Route'));
    assert.equal(routes.filter((id) => /Subnet/.test(id)).length, 6);
    assert.deepEqual(routes.filter((id) => /stores/.test(id)), []);
  });
  it('writes down what was refused', () => prod.region.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'REJECT' }));
  it('is open to nobody but on the public side of CloudFront', () => {
    for (const { region } of Object.values(all)) {
      const open = JSON.stringify(every(region, 'AWS::EC2::SecurityGroup').map((group) => group['SecurityGroupIngress'] ?? []));
      assert.ok(!open.includes('0.0.0.0/0'));
    }
  });
});

describe('Kubernetes', () => {
  const access = (template: Template) => every(template, 'AWS::EKS::Cluster')[0]!['ResourcesVpcConfig'];
  it('has no public address by itself', () => {
    assert.equal(access(prod.region).EndpointPublicAccess, false);
    assert.equal(access(prod.region).EndpointPrivateAccess, true);
  });
  it('opens it to named networks only', () => {
    const opened = access(templates('prod', { apiNetworks: '203.0.113.0/24' }).region);
    assert.equal(opened.EndpointPublicAccess, true);
    assert.deepEqual(opened.PublicAccessCidrs, ['203.0.113.0/24']);
  });
  it('logs all five parts of the control plane', () => {
    const types = every(prod.region, 'AWS::EKS::Cluster')[0]!['Logging'].ClusterLogging.EnabledTypes;
    assert.deepEqual(types.map((entry: { Type: string }) => entry.Type).sort(), ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler']);
  });
  it('encrypts its secrets with a key that rotates', () => {
    prod.region.hasResourceProperties('AWS::EKS::Cluster', { EncryptionConfig: [Match.objectLike({ Resources: ['secrets'] })] });
    for (const key of every(prod.region, 'AWS::KMS::Key')) assert.equal(key['EnableKeyRotation'], true);
  });
  it('runs managed nodes, four to eight in production', () =>
    prod.region.hasResourceProperties('AWS::EKS::Nodegroup', {
      InstanceTypes: ['m5.xlarge'],
      ScalingConfig: { MinSize: 4, MaxSize: 8, DesiredSize: 4 },
      UpdateConfig: { MaxUnavailable: 1 },
    }));
  it('has nodes with encrypted disks whose metadata pods cannot read', () =>
    prod.region.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        MetadataOptions: Match.objectLike({ HttpTokens: 'required', HttpPutResponseHopLimit: 1 }),
        BlockDeviceMappings: [Match.objectLike({ Ebs: Match.objectLike({ Encrypted: true }) })],
      },
    }));
  it('enforces network policies', () =>
    prod.region.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'vpc-cni', ConfigurationValues: '{"enableNetworkPolicy":"true"}' }));
  it('gives two service accounts an identity, and no node one', () => {
    prod.region.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'eks-pod-identity-agent' });
    assert.deepEqual(
      every(prod.region, 'AWS::EKS::PodIdentityAssociation').map((of) => `${of['Namespace']}/${of['ServiceAccount']}`).sort(),
      ['competitoriq/competitoriq-keeper', 'external-secrets/external-secrets'],
    );
  });
});

describe('PostgreSQL', () => {
  it('is a db.r5.large with a standby in production', () =>
    prod.region.hasResourceProperties('AWS::RDS::DBInstance', { DBInstanceClass: 'db.r5.large', MultiAZ: true, Engine: 'postgres' }));
  it('keeps backups for 30 days, encrypted', () => {
    for (const { region } of [prod, staging]) {
      region.hasResourceProperties('AWS::RDS::DBInstance', { BackupRetentionPeriod: 30, StorageEncrypted: true, KmsKeyId: Match.anyValue() });
    }
  });
  it('keeps them in the second region as well', () =>
    prod.region.hasResourceProperties('AWS::RDS::DBInstance', {
      AutomaticBackupReplicationRegion: 'eu-west-1',
      AutomaticBackupReplicationRetentionPeriod: 30,
      AutomaticBackupReplicationKmsKeyId: Match.anyValue(),
    }));
  it('cannot be deleted by mistake in production', () =>
    prod.region.hasResource('AWS::RDS::DBInstance', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({ DeletionProtection: true, DeleteAutomatedBackups: false }),
    }));
  it('leaves a snapshot elsewhere', () => staging.region.hasResource('AWS::RDS::DBInstance', { DeletionPolicy: 'Snapshot' }));
  it('is asked over TLS by the nodes alone', () => {
    prod.region.hasResourceProperties('AWS::RDS::DBParameterGroup', { Parameters: Match.objectLike({ 'rds.force_ssl': '1' }) });
    prod.region.hasResourceProperties('AWS::RDS::DBInstance', { PubliclyAccessible: false });
    const doors = every(prod.region, 'AWS::EC2::SecurityGroupIngress').filter((rule) => JSON.stringify(rule['FromPort']).includes('Endpoint.Port'));
    assert.equal(doors.length, 1);
    assert.ok(doors[0]!['SourceSecurityGroupId'] && !doors[0]!['CidrIp']);
  });
  it('has the connections that the chart counts on', () => {
    const connections = (template: Template) => every(template, 'AWS::RDS::DBParameterGroup')[0]!['Parameters'].max_connections;
    assert.deepEqual([dev, staging, prod].map((of) => connections(of.region)), ['100', '250', '400']);
  });
  it('has a password that nobody wrote down', () =>
    prod.region.hasResourceProperties('AWS::SecretsManager::Secret', { Name: 'competitoriq/prod/database', GenerateSecretString: Match.anyValue() }));
});

describe('Redis', () => {
  it('is two cache.r5.large in two zones in production', () =>
    prod.region.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
      CacheNodeType: 'cache.r5.large',
      NumCacheClusters: 2,
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
    }));
  it('wants TLS and a token everywhere', () => {
    for (const { region } of Object.values(all)) {
      region.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
        TransitEncryptionEnabled: true,
        TransitEncryptionMode: 'required',
        AtRestEncryptionEnabled: true,
        AuthToken: Match.anyValue(),
      });
    }
  });
  it('has its token from Secrets Manager, not in the template', () =>
    assert.match(JSON.stringify(every(prod.region, 'AWS::ElastiCache::ReplicationGroup')[0]!['AuthToken']), /resolve:secretsmanager/));
  it('never evicts a ticket', () =>
    prod.region.hasResourceProperties('AWS::ElastiCache::ParameterGroup', { Properties: { 'maxmemory-policy': 'noeviction' } }));
});

describe('the stores', () => {
  const buckets = everyTemplate.flatMap((template) => every(template, 'AWS::S3::Bucket'));
  it('are three in each region that has any', () => {
    prod.region.resourceCountIs('AWS::S3::Bucket', 3);
    copies.resourceCountIs('AWS::S3::Bucket', 3);
    assert.equal(buckets.length, 12);
  });
  it('are versioned, encrypted and never public', () => {
    for (const bucket of buckets) {
      assert.equal(bucket['VersioningConfiguration'].Status, 'Enabled');
      assert.equal(bucket['BucketEncryption'].ServerSideEncryptionConfiguration.length, 1);
      assert.deepEqual(Object.values(bucket['PublicAccessBlockConfiguration']), [true, true, true, true]);
    }
  });
  it('refuse what comes without TLS 1.2', () => {
    for (const template of everyTemplate) {
      const policies = every(template, 'AWS::S3::BucketPolicy');
      assert.equal(policies.length, every(template, 'AWS::S3::Bucket').length);
      for (const policy of policies) {
        const denied = JSON.stringify(policy['PolicyDocument'].Statement.filter((statement: { Effect: string }) => statement.Effect === 'Deny'));
        assert.match(denied, /"aws:SecureTransport":"false"/);
        assert.match(denied, /"s3:TlsVersion":1\.2/);
      }
    }
  });
  it('keep replaced versions for 90 days', () => {
    for (const bucket of buckets) assert.equal(bucket['LifecycleConfiguration'].Rules[0].NoncurrentVersionExpiration.NoncurrentDays, 90);
  });
  it('stay when the stack goes', () => {
    for (const template of everyTemplate) {
      for (const bucket of Object.values(template.findResources('AWS::S3::Bucket'))) assert.equal(bucket['DeletionPolicy'], 'Retain');
    }
  });
  it('lock the audit store for a year in production, here and in the copy', () => {
    for (const template of [prod.region, copies]) {
      template.hasResourceProperties('AWS::S3::Bucket', {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 365 } } },
      });
    }
  });
  it('are copied whole to the second region, but no deletion is', () => {
    const rules = every(prod.region, 'AWS::S3::Bucket').map((bucket) => bucket['ReplicationConfiguration'].Rules);
    assert.equal(rules.length, 3);
    for (const [rule] of rules) {
      assert.equal(rule.Status, 'Enabled');
      assert.equal(rule.DeleteMarkerReplication.Status, 'Disabled');
      assert.match(JSON.stringify(rule.Destination.Bucket), /competitoriq-prod-(assets|raw|audit)-.*eu-west-1/);
    }
  });
  it('copy into buckets that are there', () => {
    const there = every(copies, 'AWS::S3::Bucket').map((bucket) => JSON.stringify(bucket['BucketName']));
    const wanted = every(prod.region, 'AWS::S3::Bucket').map((bucket) => JSON.stringify(bucket['ReplicationConfiguration'].Rules[0].Destination.Bucket));
    for (const name of there) {
      const pieces = name.match(/competitoriq-prod-\w+-/)![0];
      assert.ok(wanted.some((arn) => arn.includes(pieces)));
    }
  });
  it('let no pod take anything out of the audit store', () => {
    const ofKeeper = JSON.stringify(Object.entries(prod.region.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith('EvidenceKeeper')));
    assert.ok(ofKeeper.includes('s3:PutObject'));
    for (const statement of JSON.parse(ofKeeper)[0][1].Properties.PolicyDocument.Statement) {
      if (JSON.stringify(statement.Resource).includes('Bucketaudit')) assert.deepEqual(statement.Action, ['s3:PutObject', 's3:GetObject']);
    }
  });
});

describe('the front', () => {
  it('bounds the requests of one address', () =>
    prod.front.hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      Rules: Match.arrayWith([
        Match.objectLike({ Name: 'rate', Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 3000, EvaluationWindowSec: 300 } } }),
      ]),
    }));
  it('asks three sets of managed rules', () => {
    const rules = every(prod.front, 'AWS::WAFv2::WebACL')[0]!['Rules'].map((rule: { Name: string }) => rule.Name);
    assert.deepEqual(rules, ['rate', 'AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet', 'AWSManagedRulesAmazonIpReputationList']);
  });
  it('has the firewall before the distribution', () => {
    const [distribution] = every(prod.front, 'AWS::CloudFront::Distribution');
    assert.match(JSON.stringify(distribution!['DistributionConfig'].WebACLId), /Firewall/);
  });
  it('speaks https on both sides and keeps nothing of the API', () => {
    const config = every(prod.front, 'AWS::CloudFront::Distribution')[0]!['DistributionConfig'];
    assert.equal(config.DefaultCacheBehavior.ViewerProtocolPolicy, 'redirect-to-https');
    assert.equal(config.DefaultCacheBehavior.CachePolicyId, '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'); // CachingDisabled
    assert.equal(config.Origins[0].CustomOriginConfig.OriginProtocolPolicy, 'https-only');
  });
  it('reads hashed files from the bucket by a signed request', () => {
    prod.front.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
    prod.region.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Principal: { Service: 'cloudfront.amazonaws.com' }, Action: 's3:GetObject' })]) },
    });
  });
  it('wants TLS 1.2 under a name of its own', () => {
    const named = templates('prod', { host: 'ci.example', certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/x' });
    named.front.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({ Aliases: ['ci.example'], ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }) }),
    });
  });
});

describe('money and secrets', () => {
  it('tells of a budget at 80 % and of a forecast over it', () => {
    const [budget] = every(prod.region, 'AWS::Budgets::Budget');
    assert.equal(budget!['Budget'].BudgetLimit.Amount, 4000);
    assert.deepEqual(
      budget!['NotificationsWithSubscribers'].map((of: { Notification: Record<string, unknown> }) => [of.Notification['NotificationType'], of.Notification['Threshold']]),
      [['ACTUAL', 80], ['FORECASTED', 100]],
    );
  });
  it('sends every alarm to somebody', () => {
    const alarms = every(prod.region, 'AWS::CloudWatch::Alarm');
    assert.equal(alarms.length, 5);
    for (const alarm of alarms) assert.equal(alarm['AlarmActions'].length, 1);
    prod.region.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email' });
  });
  it('has a copy of every secret of production that cannot be made again', () => {
    const kept = every(prod.region, 'AWS::SecretsManager::Secret').filter((secret) => /seal-keys|service-secret/.test(secret['Name']));
    assert.equal(kept.length, 2);
    for (const secret of kept) assert.deepEqual(secret['ReplicaRegions'], [{ Region: 'eu-west-1' }]);
  });
  it('has no secret in any template', () => {
    for (const template of everyTemplate) {
      for (const secret of every(template, 'AWS::SecretsManager::Secret')) assert.equal(secret['SecretString'], undefined);
    }
  });
});

describe('an environment', () => {
  it('must be named', () => assert.throws(() => templates('production'), /no environment production/));
  it('has copies in another region', () => assert.throws(() => templates('prod', { secondRegion: 'eu-central-1' }), /same region/));
  it('has a certificate for its name', () => assert.throws(() => templates('prod', { host: 'ci.example' }), /certificate/));
  it('of dev is small and may go', () => {
    dev.region.hasResourceProperties('AWS::RDS::DBInstance', { DBInstanceClass: 'db.t4g.medium', MultiAZ: false, DeletionProtection: false });
    assert.equal(dev.copies, undefined);
  });
  it('makes no resource by a program of its own but the reference between two regions', () => {
    const own = everyTemplate.flatMap((template) => Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>)).map((of) => of.Type).filter((type) => type.startsWith('Custom::'));
    assert.deepEqual(own.sort(), ['Custom::CrossRegionExportReader', 'Custom::CrossRegionExportWriter']);
  });
});
