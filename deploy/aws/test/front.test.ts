import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { every, everyTemplate, prod, templates } from './templates.js';

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
