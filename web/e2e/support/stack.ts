import { request } from 'node:http';

/** The demo market that the stack under test crawls: its operator's door, and the companies on it. */
const operator = new URL(process.env.CIQ_DEMO_URL ?? 'http://market.localhost:8090');

export const brightdesk = `brightdesk.localhost:${operator.port}`;

/** Who signs in; on a new installation the first journey creates this member. */
export const member = {
  workspace: 'Northwind',
  name: 'Dana Fox',
  email: process.env.CIQ_E2E_EMAIL ?? 'dana@example.com',
  password: process.env.CIQ_E2E_PASSWORD ?? 'correct horse battery staple',
};

/** Tells the market what to do: `/pause` stops its script, `/steps/<id>` lets one thing happen. */
export function market(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: operator.port, method: 'POST', path, headers: { host: operator.host } },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          // 409: the step has happened already, which is what was asked for.
          if (status < 300 || status === 409) resolve();
          else reject(new Error(`the market answered ${status} to ${path}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
