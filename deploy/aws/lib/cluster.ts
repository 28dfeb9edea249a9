import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Environment } from './environment.js';

const ADD_ONS = ['vpc-cni', 'kube-proxy', 'coredns', 'eks-pod-identity-agent', 'metrics-server'];

/** EKS without a public address unless networks are named, and nodes in the private subnets. */
export function cluster(stack: Stack, environment: Environment, vpc: ec2.Vpc): eks.Cluster {
  const { nodes } = environment.sizes;
  const clusterName = `competitoriq-${environment.name}`;
  const log = new logs.LogGroup(stack, 'KubernetesLog', {
    logGroupName: `/aws/eks/${clusterName}/cluster`,
    retention: logs.RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const cluster = new eks.Cluster(stack, 'Kubernetes', {
    clusterName,
    version: eks.KubernetesVersion.V1_34,
    vpc,
    vpcSubnets: [{ subnetGroupName: 'nodes' }],
    endpointAccess:
      environment.apiNetworks.length === 0
        ? eks.EndpointAccess.PRIVATE
        : eks.EndpointAccess.PUBLIC_AND_PRIVATE.onlyFrom(...environment.apiNetworks),
    secretsEncryptionKey: new kms.Key(stack, 'KubernetesKey', { description: 'Secrets of Kubernetes', enableKeyRotation: true }),
    clusterLogging: [
      eks.ClusterLoggingTypes.API,
      eks.ClusterLoggingTypes.AUDIT,
      eks.ClusterLoggingTypes.AUTHENTICATOR,
      eks.ClusterLoggingTypes.CONTROLLER_MANAGER,
      eks.ClusterLoggingTypes.SCHEDULER,
    ],
    defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
    defaultCapacity: 0,
  });
  // AWS would make the group itself, to be kept for ever.
  cluster.node.addDependency(log);
  if (environment.adminRoleArn) cluster.grantClusterAdmin('Admin', environment.adminRoleArn);
  for (const name of ADD_ONS) {
    new eks.Addon(stack, `AddOn-${name}`, {
      cluster,
      addonName: name,
      // The chart's network policies are enforced by the network plugin, which does not do so by itself.
      ...(name === 'vpc-cni' ? { configurationValues: { enableNetworkPolicy: 'true' } } : {}),
    });
  }
  cluster.addNodegroupCapacity('Nodes', {
    instanceTypes: [new ec2.InstanceType(nodes.type)],
    amiType: eks.NodegroupAmiType.AL2023_X86_64_STANDARD,
    minSize: nodes.least,
    maxSize: nodes.most,
    desiredSize: nodes.least,
    subnets: { subnetGroupName: 'nodes' },
    maxUnavailable: 1,
    launchTemplateSpec: hardenedNodes(stack),
  });
  return cluster;
}

/** Encrypted disks, and a metadata service that pods do not reach: they have identities of their own. */
function hardenedNodes(stack: Stack): eks.LaunchTemplateSpec {
  const template = new ec2.LaunchTemplate(stack, 'NodeTemplate', {
    requireImdsv2: true,
    httpPutResponseHopLimit: 1,
    blockDevices: [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(50, { encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3 }) }],
  });
  return { id: template.launchTemplateId!, version: template.latestVersionNumber };
}
