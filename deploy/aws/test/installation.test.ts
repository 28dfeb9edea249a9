import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { all, dev, every, everyTemplate, prod, staging, templates } from './templates.js';

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
  it('has an administrator who was named', () => {
    prod.region.resourceCountIs('AWS::EKS::AccessEntry', 0);
    const admin = 'arn:aws:iam::111111111111:role/admin';
    templates('prod', { adminRoleArn: admin }).region.hasResourceProperties('AWS::EKS::AccessEntry', { PrincipalArn: admin });
  });
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
  it('plans for solid state storage', () => {
    for (const { region } of Object.values(all)) {
      region.hasResourceProperties('AWS::RDS::DBParameterGroup', { Parameters: Match.objectLike({ random_page_cost: '1.1' }) });
      region.hasResourceProperties('AWS::RDS::DBInstance', { StorageType: 'gp3' });
    }
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

describe('what is written down', () =>
  it('goes after three months, in groups that are there before their writers', () => {
    const groups = prod.region.findResources('AWS::Logs::LogGroup');
    assert.deepEqual(Object.values(groups).map((group) => group['Properties'].RetentionInDays), [90, 90, 90]);
    const writers = ['AWS::EKS::Cluster', 'AWS::RDS::DBInstance'].flatMap((type) => Object.values(prod.region.findResources(type)));
    for (const writer of writers) assert.ok(writer['DependsOn'].some((id: string) => id in groups));
  }));

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
