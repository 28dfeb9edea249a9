import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copies, every, everyTemplate, prod } from './templates.js';

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
