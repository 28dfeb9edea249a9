#!/usr/bin/env node
// One process of BullMQ for ./ciq bench queue: commands as JSON lines in, figures as lines that begin with @ out.
//   node bullmq.mjs REDIS-PORT POSTGRESQL-URL
// Times are nanoseconds of the monotonic clock, which all processes of a machine share. Ends with its input.
import { createInterface } from 'node:readline';
import { Queue, Worker } from 'bullmq';
import pg from 'pg';

const QUEUE = 'bench';
const connection = { host: '127.0.0.1', port: Number(process.argv[2]), maxRetriesPerRequest: null };
const defaultJobOptions = { removeOnComplete: true, removeOnFail: true };
const nanos = () => Number(process.hrtime.bigint());
const payload = (bytes) => ({ p: 'x'.repeat(Math.max(0, bytes - 8)) });

const queue = new Queue(QUEUE, { connection, defaultJobOptions });
await queue.waitUntilReady();

function stopwatch() {
  const cpu = process.cpuUsage();
  const fromNanos = nanos();
  return (latencies = []) => {
    const toNanos = nanos();
    const used = process.cpuUsage(cpu);
    return { fromNanos, toNanos, cpuMicros: used.user + used.system, latencies };
  };
}

async function add({ jobs, bytes, inFlight = 1, bulk = 1 }) {
  const stop = stopwatch();
  const data = payload(bytes);
  if (bulk > 1) {
    for (let i = 0; i < jobs; i += bulk) {
      await queue.addBulk(Array.from({ length: Math.min(bulk, jobs - i) }, () => ({ name: 'j', data })));
    }
    return stop();
  }
  let next = 0;
  const lane = async () => {
    while (next++ < jobs) await queue.add('j', data);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return stop();
}

async function pace({ jobs, perSecond }) {
  const stop = stopwatch();
  const start = nanos();
  const added = [];
  for (let i = 0; i < jobs; i++) {
    const waitMs = (start + (i * 1e9) / perSecond - nanos()) / 1e6;
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    added.push(queue.add('j', { sentNanos: nanos() }));
  }
  await Promise.all(added);
  return stop();
}

// One pool per number of slots, as large as that; it stays, as an application's would.
const pools = new Map();
function poolOf(slots) {
  if (!pools.has(slots)) {
    pools.set(slots, new pg.Pool({ connectionString: process.argv[3], max: slots, idleTimeoutMillis: 0 }));
  }
  return pools.get(slots);
}

// What a careful application does whose rows are kept apart by row-level security: the row is durable before the job is
// acknowledged. Named statements are prepared once per connection.
const WORKSPACE = '018f0000-0000-7000-8000-000000000001';
async function leaveRow(pool, job) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({ name: 'bind', text: "select set_config('ciq.workspace', $1, true)", values: [WORKSPACE] });
    await client.query({
      name: 'effect',
      text: 'insert into jobs.bench_effect (jobId, workspaceId) values ($1, $2)',
      values: [job.id, WORKSPACE],
    });
    await client.query('commit');
  } catch (failed) {
    await client.query('rollback');
    throw failed;
  } finally {
    client.release();
  }
}

// A job is completed when the finishing script has answered: that is when the worker says so.
async function work({ jobs, slots, effect = false }) {
  const processor = effect ? (job) => leaveRow(poolOf(slots), job) : async () => {};
  const worker = new Worker(QUEUE, processor, { connection, concurrency: slots, autorun: false });
  worker.on('failed', (job, error) => console.error('job', job?.id, error.message));
  worker.on('error', (error) => console.error('worker', error.message));
  await worker.waitUntilReady();
  const latencies = [];
  let done = 0;
  const stop = stopwatch();
  const all = new Promise((resolve) => {
    worker.on('completed', (job) => {
      if (job.data.sentNanos) latencies.push((nanos() - job.data.sentNanos) / 1e6);
      if (++done === jobs) resolve(stop(latencies));
    });
  });
  worker.run().catch((error) => console.error('worker', error.message));
  const figures = await all;
  await worker.close();
  return figures;
}

const commands = { add, pace, work };
const answer = (figures) => process.stdout.write(`@${JSON.stringify(figures)}\n`);

answer({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  answer(await commands[command.do](command));
}
await queue.close();
process.exit(0);
