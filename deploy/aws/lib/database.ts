import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Environment } from './environment.js';

/** PostgreSQL with point-in-time recovery over the days that backups are kept; also in the second region where it has a key there. */
export function database(
  stack: Stack,
  environment: Environment,
  vpc: ec2.Vpc,
  cluster: eks.Cluster,
  keyElsewhere: kms.IKey | undefined,
): { instance: rds.DatabaseInstance; secret: secretsmanager.ISecret } {
  const { database: size, precious } = environment.sizes;
  const engine = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17_9 });
  const instance = new rds.DatabaseInstance(stack, 'Database', {
    engine,
    instanceType: new ec2.InstanceType(size.type),
    multiAz: size.standby,
    vpc,
    vpcSubnets: { subnetGroupName: 'stores' },
    databaseName: 'competitoriq',
    credentials: rds.Credentials.fromGeneratedSecret('postgres', { secretName: `competitoriq/${environment.name}/database` }),
    storageType: rds.StorageType.GP3,
    allocatedStorage: size.gib,
    maxAllocatedStorage: size.mostGib,
    storageEncryptionKey: new kms.Key(stack, 'DatabaseKey', { description: 'PostgreSQL and its backups', enableKeyRotation: true }),
    backupRetention: size.backups,
    preferredBackupWindow: '01:00-02:00',
    preferredMaintenanceWindow: 'sun:03:00-sun:04:00',
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: !precious,
    deletionProtection: precious,
    removalPolicy: precious ? RemovalPolicy.RETAIN : RemovalPolicy.SNAPSHOT,
    autoMinorVersionUpgrade: true,
    caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
    enablePerformanceInsights: true,
    monitoringInterval: Duration.minutes(1),
    cloudwatchLogsExports: ['postgresql', 'upgrade'],
    parameterGroup: new rds.ParameterGroup(stack, 'DatabaseParameters', {
      engine,
      parameters: {
        'rds.force_ssl': '1',
        max_connections: String(size.connections),
        // gp3 is solid state: a page out of order costs what the next one does.
        random_page_cost: '1.1',
        log_min_duration_statement: '1000',
        log_lock_waits: '1',
        idle_in_transaction_session_timeout: '600000',
      },
    }),
  });
  const log = new logs.LogGroup(stack, 'DatabaseLog', {
    logGroupName: `/aws/rds/instance/competitoriq-${environment.name}/postgresql`,
    retention: logs.RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // RDS would make the group itself, to be kept for ever.
  instance.node.addDependency(log);
  const raw = instance.node.defaultChild as rds.CfnDBInstance;
  raw.dbInstanceIdentifier = `competitoriq-${environment.name}`;
  if (keyElsewhere) {
    raw.automaticBackupReplicationRegion = environment.secondRegion;
    raw.automaticBackupReplicationKmsKeyId = keyElsewhere.keyArn;
    raw.automaticBackupReplicationRetentionPeriod = size.backups.toDays();
  }
  instance.connections.allowDefaultPortFrom(cluster.clusterSecurityGroup, 'from the nodes');
  return { instance, secret: instance.secret! };
}
