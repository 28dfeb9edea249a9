import { type App, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Environment } from './environment.js';
import { bucket, STORES } from './stores.js';

/** What is left when the region is lost: copies of the stores, and the key of the database's backups there. */
export class CopiesStack extends Stack {
  readonly key: kms.Key;

  constructor(app: App, environment: Environment) {
    super(app, `competitoriq-${environment.name}-copies`, {
      env: { region: environment.secondRegion },
      crossRegionReferences: true,
      terminationProtection: true,
    });
    this.key = new kms.Key(this, 'BackupKey', { description: 'Copied backups of PostgreSQL', enableKeyRotation: true });
    for (const name of STORES) bucket(this, environment, name, environment.secondRegion);
  }
}
