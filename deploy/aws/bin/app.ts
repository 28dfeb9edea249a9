import { App } from 'aws-cdk-lib';
import { environmentOf } from '../lib/environment.js';
import { installation } from '../lib/installation.js';

const app = new App();
installation(app, environmentOf((key) => app.node.tryGetContext(key)));
