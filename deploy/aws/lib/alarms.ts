import { Duration, type Stack } from 'aws-cdk-lib';
import * as budgets from 'aws-cdk-lib/aws-budgets';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as rds from 'aws-cdk-lib/aws-rds';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Environment } from './environment.js';

const GIB = 1024 ** 3;

/** What AWS alone can see of the stores; the rest is told by the product's own metrics. */
export function alarms(stack: Stack, environment: Environment, database: rds.DatabaseInstance, redis: elasticache.CfnReplicationGroup): sns.Topic {
  const topic = new sns.Topic(stack, 'Alerts', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(environment.alertEmail));
  const tell = (id: string, metric: cloudwatch.IMetric, comparison: cloudwatch.ComparisonOperator, threshold: number, minutes: number) =>
    new cloudwatch.Alarm(stack, id, {
      metric,
      comparisonOperator: comparison,
      threshold,
      evaluationPeriods: minutes,
      treatMissingData: cloudwatch.TreatMissingData.MISSING,
    }).addAlarmAction(new SnsAction(topic));
  const { GREATER_THAN_THRESHOLD: above, LESS_THAN_THRESHOLD: below } = cloudwatch.ComparisonOperator;
  const minute = { period: Duration.minutes(1) };
  tell('DatabaseBusy', database.metricCPUUtilization(minute), above, 85, 15);
  tell('DatabaseFull', database.metricFreeStorageSpace(minute), below, Math.max(5, environment.sizes.database.gib / 10) * GIB, 5);
  tell('DatabaseConnections', database.metricDatabaseConnections(minute), above, environment.sizes.database.connections * 0.8, 5);
  const ofRedis = (metricName: string) =>
    new cloudwatch.Metric({
      namespace: 'AWS/ElastiCache',
      metricName,
      statistic: 'Maximum',
      dimensionsMap: { CacheClusterId: `${redis.ref}-001` },
      ...minute,
    });
  tell('RedisFull', ofRedis('DatabaseMemoryUsagePercentage'), above, 80, 5);
  tell('RedisEvicts', ofRedis('Evictions'), above, 0, 1);
  return topic;
}

/** Told at 80 % of what was planned for the month, and when it is foreseen to be more than all of it. */
export function budget(stack: Stack, environment: Environment, topic: sns.Topic): void {
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('budgets.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }];
  new budgets.CfnBudget(stack, 'Budget', {
    budget: {
      budgetName: `competitoriq-${environment.name}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: environment.sizes.budget, unit: 'USD' },
      costFilters: { TagKeyValue: [`user:competitoriq:environment$${environment.name}`] },
    },
    notificationsWithSubscribers: [
      { notification: { notificationType: 'ACTUAL', comparisonOperator: 'GREATER_THAN', threshold: 80, thresholdType: 'PERCENTAGE' }, subscribers },
      { notification: { notificationType: 'FORECASTED', comparisonOperator: 'GREATER_THAN', threshold: 100, thresholdType: 'PERCENTAGE' }, subscribers },
    ],
  });
}
