import { Annotations, type App, Duration, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Environment } from './environment.js';
import { bucketName } from './stores.js';

/** Requests of one address in five minutes; nginx and the gateway count more finely behind it. */
const MOST_REQUESTS = 3000;
const MANAGED = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet', 'AWSManagedRulesAmazonIpReputationList'];

/** What the Internet reaches: CloudFront behind a firewall; hashed files from the bucket, all else from nginx. */
export class FrontStack extends Stack {
  constructor(app: App, environment: Environment) {
    super(app, `competitoriq-${environment.name}-front`, { env: { region: 'us-east-1' }, terminationProtection: environment.sizes.precious });
    const firewall = new wafv2.CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('firewall'),
      rules: [
        {
          name: 'rate',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: MOST_REQUESTS, evaluationWindowSec: 300 } },
          visibilityConfig: seen('rate'),
        },
        ...MANAGED.map((name, index) => ({
          name,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name,
              // A list of sources to import and a long question are larger than its 8 KB; nginx bounds bodies.
              ...(index === 0 ? { ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }] } : {}),
            },
          },
          visibilityConfig: seen(name),
        })),
      ],
    });
    const nginx = new origins.HttpOrigin(environment.origin, {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      // A stream of events says something every 15 s; an answer of a model may take longer than the usual 30 s.
      readTimeout: Duration.seconds(60),
    });
    const assets = s3.Bucket.fromBucketAttributes(this, 'Assets', {
      bucketName: bucketName(environment, 'assets', environment.region),
      region: environment.region,
    });
    Annotations.of(this).acknowledgeWarning('@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac', 'lib/stores.ts writes it');
    new cloudfront.Distribution(this, 'Distribution', {
      comment: `CompetitorIQ ${environment.name}`,
      webAclId: firewall.attrArn,
      ...(environment.site
        ? {
            domainNames: [environment.site.host],
            certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', environment.site.certificateArn),
            minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: nginx,
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
        cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
        originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER,
      },
      additionalBehaviors: {
        '/assets/*': {
          origin: origins.S3BucketOrigin.withOriginAccessControl(assets),
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
          compress: true,
        },
      },
    });
  }
}

function seen(name: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: name };
}
