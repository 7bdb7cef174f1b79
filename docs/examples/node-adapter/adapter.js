// An adapter for oran-harness in Node.js: the seven calls of adapter.proto, for a product that is a command.
//
//   node adapter.js [--listen HOST:PORT] [--proto FILE] -- COMMAND...
//
// {peer_uri}, {own_uri} and {e2ap} in the command are filled in at its start. It is ready when it prints a line with
// "ready"; it takes stimuli as JSON lines on its standard input and answers each by a line, as
// "oran-harness serve ROLE --control" does.
'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');
const readline = require('node:readline');
const { parseArgs } = require('node:util');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const READY_MS = 30000;
const ANSWER_MS = 10000;
const STOP_MS = 5000;
const MOST_LINES = 2000;

class Product {
  constructor(command) {
    this.command = command;
    this.process = null;
    this.addresses = {};
    this.output = [];
    this.watchers = new Set(); // functions that get each line; true: it was what they waited for
  }

  async start(addresses) {
    await this.stop();
    this.addresses = addresses;
    const filled = this.command.map((word) => word.replace(/\{(peer_uri|own_uri|e2ap)\}/g, (_, name) => addresses[name]));
    // A group of its own, so that what it starts can be ended with it.
    const started = spawn(filled[0], filled.slice(1), { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    this.process = started;
    started.stdin.on('error', () => {}); // it is gone; whoever waits for its answer is told so
    for (const stream of [started.stdout, started.stderr]) {
      readline.createInterface({ input: stream }).on('line', (line) => this.heard(line));
    }
    await this.until((line) => line.includes('ready'), READY_MS, 'was not ready in time');
  }

  async stop() {
    const { process: running } = this;
    this.process = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null || running.pid === undefined) return;
    const ended = once(running, 'exit');
    const killing = setTimeout(() => signal(running, 'SIGKILL'), STOP_MS);
    signal(running, 'SIGTERM');
    await ended;
    clearTimeout(killing);
    signal(running, 'SIGKILL'); // what is left of its group
  }

  async stimulate(name, args) {
    let answer = null;
    const answered = this.until((line) => {
      answer = parsed(line);
      return answer !== null && answer.stimulus === name;
    }, ANSWER_MS, `did not answer ${name}`);
    this.process.stdin.write(JSON.stringify({ stimulus: name, arguments: args }) + '\n');
    await answered;
    return { status: `STATUS_${answer.status.toUpperCase()}`, details: JSON.stringify(answer.details ?? {}) };
  }

  health() {
    if (this.process === null) return { alive: false, detail: 'not started' };
    const { exitCode, signalCode } = this.process;
    if (exitCode === null && signalCode === null) return { alive: true, detail: `process ${this.process.pid} runs` };
    return { alive: false, detail: `ended by ${signalCode ?? `exit status ${exitCode}`}`, exit_status: exitCode ?? undefined };
  }

  heard(line) {
    this.output.push(line);
    if (this.output.length > MOST_LINES) this.output.shift();
    for (const watcher of this.watchers) watcher(line);
  }

  // Wait for a line; a product that ends, cannot be run or takes too long is a failure.
  until(wanted, milliseconds, otherwise) {
    const running = this.process;
    if (running === null) return Promise.reject(new Error('the product does not run'));
    return new Promise((resolve, reject) => {
      const over = (settle, value) => {
        clearTimeout(timer);
        this.watchers.delete(watcher);
        running.off('exit', ended);
        running.off('error', broken);
        settle(value);
      };
      const watcher = (line) => wanted(line) && over(resolve);
      const ended = (code, name) => over(reject, new Error(`it ended by ${name ?? `exit status ${code}`}`));
      const broken = (error) => over(reject, new Error(`it cannot be run: ${error.message}`));
      const timer = setTimeout(() => over(reject, new Error(`it ${otherwise}`)), milliseconds);
      this.watchers.add(watcher);
      running.once('exit', ended);
      running.once('error', broken);
    });
  }
}

function signal(running, name) {
  try {
    process.kill(-running.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it is gone already
  }
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

// The calls as gRPC wants them; what fails is the product's, and told as the contract says.
function service(product) {
  const calls = {
    Describe: () => ({ product: path.basename(product.command[0]) }),
    Start: async (request) => { await product.start(request); return {}; },
    Stop: async () => { await product.stop(); return {}; },
    Reset: async () => { await product.start(product.addresses); return {}; },
    Stimulate: (request) => product.stimulate(request.name, JSON.parse(request.arguments || '{}')),
    Health: () => product.health(),
    Collect: () => ({ files: { 'product.log': Buffer.from(product.output.map((line) => `${line}\n`).join('')) } }),
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, async (asked, answer) => {
    try {
      answer(null, await call(asked.request));
    } catch (error) {
      answer({ code: grpc.status.FAILED_PRECONDITION, details: error.message });
    }
  }]));
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      listen: { type: 'string', default: '127.0.0.1:0' },
      proto: { type: 'string', default: path.join(__dirname, '../../../specs/adapter/adapter.proto') },
    },
  });
  if (positionals.length === 0) {
    console.error('usage: node adapter.js [--listen HOST:PORT] [--proto FILE] -- COMMAND...');
    process.exit(2);
  }
  const definition = loader.loadSync(values.proto, { keepCase: true, enums: String, defaults: false });
  const { Adapter } = grpc.loadPackageDefinition(definition).oran_harness.adapter.v1;
  const product = new Product(positionals);
  const server = new grpc.Server();
  server.addService(Adapter.service, service(product));
  server.bindAsync(values.listen, grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) {
      console.error(`${values.listen} cannot be opened: ${error.message}`);
      process.exit(2);
    }
    console.log(`ready: grpc://${values.listen.replace(/:\d+$/, '')}:${port}`);
  });
  for (const name of ['SIGTERM', 'SIGINT']) {
    process.once(name, () => product.stop().finally(() => process.exit(0)));
  }
}

main();
