// Starts the kernel of a kernel spec and drives it as VS Code's Jupyter extension does: JupyterLab's kernel connection
// over ZeroMQ sockets that stand in for a web socket. Prints one line per check; ends with 1 when one fails.
import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const [specFolder, work, samplesFile] = process.argv.slice(2);
const require = createRequire(join(work, 'package.json'));
const zmq = require('zeromq');
const { KernelConnection } = require('@jupyterlab/services/lib/kernel/default.js');
const { ServerConnection } = require('@jupyterlab/services/lib/serverconnection.js');
const samples = JSON.parse(readFileSync(samplesFile, 'utf8'));

async function freePort() {
  const server = createServer();
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}

const connection = { ip: '127.0.0.1', transport: 'tcp', signature_scheme: 'hmac-sha256', key: randomUUID(), kernel_name: 'entente' };
for (const name of ['shell', 'iopub', 'stdin', 'control', 'hb']) connection[`${name}_port`] = await freePort();
const connectionFile = join(work, 'connection.json');
writeFileSync(connectionFile, JSON.stringify(connection), { mode: 0o600 });

const spec = JSON.parse(readFileSync(join(specFolder, 'kernel.json'), 'utf8'));
const argv = spec.argv.map(word => word.replace('{connection_file}', connectionFile));
const child = spawn(argv[0], argv.slice(1), { env: { ...process.env, ...spec.env }, stdio: ['ignore', 'inherit', 'inherit'] });
const ended = new Promise(done => child.on('exit', done));

const delimiter = '<IDS|MSG>';
const sign = parts => {
  const hmac = createHmac('sha256', connection.key);
  parts.forEach(part => hmac.update(part));
  return hmac.digest('hex');
};

class RawSocket {
  constructor(url) {
    this.url = url;
    this.protocol = '';
    this.readyState = 0;
    this.sockets = { shell: new zmq.Dealer(), control: new zmq.Dealer(), stdin: new zmq.Dealer(), iopub: new zmq.Subscriber() };
    const identity = randomUUID();
    for (const name of ['shell', 'control', 'stdin']) this.sockets[name].routingId = identity;
    this.sockets.iopub.subscribe();
    for (const [name, socket] of Object.entries(this.sockets)) {
      socket.connect(`tcp://127.0.0.1:${connection[`${name}_port`]}`);
      this.receive(name, socket);
    }
    setTimeout(() => { this.readyState = 1; this.onopen?.({}); }, 100);
  }

  async receive(channel, socket) {
    try {
      for await (const frames of socket) {
        const start = frames.findIndex(frame => frame.toString() === delimiter);
        const [signature, ...parts] = frames.slice(start + 1);
        if (sign(parts.slice(0, 4)) !== signature.toString()) throw new Error(`bad signature on ${channel}`);
        const [header, parent_header, metadata, content] = parts.slice(0, 4).map(part => JSON.parse(part.toString()));
        if (header.msg_type === 'iopub_welcome') { console.log('ok welcome'); continue; }
        this.onmessage?.({ data: JSON.stringify({ header, parent_header, metadata, content, channel, buffers: [] }) });
      }
    } catch (error) {
      if (this.readyState === 1) console.log('FAIL receive', error);
    }
  }

  send(data) {
    const message = JSON.parse(data);
    const parts = [message.header, message.parent_header, message.metadata, message.content].map(part => JSON.stringify(part ?? {}));
    this.sends = (this.sends ?? Promise.resolve()).then(() => this.sockets[message.channel].send([delimiter, sign(parts), ...parts]));
  }

  close() {
    this.readyState = 3;
    Object.values(this.sockets).forEach(socket => socket.close());
    this.onclose?.({});
  }
}

let failed = 0;
function check(name, good, told) {
  console.log(good ? 'ok' : 'FAIL', name, good ? '' : JSON.stringify(told));
  if (!good) failed++;
}

const within = (promise, milliseconds, name) => Promise.race([
  promise,
  new Promise((_, reject) => setTimeout(() => reject(new Error(`${name}: no answer in ${milliseconds} ms`)), milliseconds)),
]);

const kernel = new KernelConnection({
  model: { name: 'entente', id: randomUUID() },
  serverSettings: ServerConnection.makeSettings({ WebSocket: RawSocket, wsUrl: 'ws://raw', baseUrl: 'http://raw' }),
});

async function run(code, seen = () => {}) {
  const outputs = [];
  const future = kernel.requestExecute({ code });
  future.onIOPub = message => { outputs.push(message); seen(message); };
  const reply = await within(future.done, 20_000, code);
  return { reply: reply.content, outputs };
}

const one = (outputs, type) => outputs.find(message => message.header.msg_type === type)?.content;

try {
  const info = await within(kernel.info, 20_000, 'kernel_info');
  check('kernel_info', info.language_info.name === 'C#' && info.status === 'ok', info);

  const value = await run(samples.value);
  check('execute_result', one(value.outputs, 'execute_result')?.data['text/plain'] === samples.valueText, value);

  const printed = await run(samples.print);
  check('stream', one(printed.outputs, 'stream')?.text === samples.printed, printed);

  const error = await run(samples.error);
  check('error', error.reply.status === 'error' && one(error.outputs, 'error')?.traceback.length > 0, error);

  const completion = await within(kernel.requestComplete({ code: samples.complete, cursor_pos: samples.complete.length }), 5_000, 'complete');
  check('complete', completion.content.matches.includes(samples.completion), completion.content);

  const inspection = await within(kernel.requestInspect({ code: samples.inspect, cursor_pos: samples.inspect.length, detail_level: 0 }), 5_000, 'inspect');
  check('inspect', inspection.content.found === true, inspection.content);

  const incomplete = await within(kernel.requestIsComplete({ code: samples.incomplete }), 5_000, 'is_complete');
  check('is_complete', incomplete.content.status === 'incomplete', incomplete.content);

  const history = await within(kernel.requestHistory({ hist_access_type: 'tail', n: 1, output: false, raw: true }), 5_000, 'history');
  check('history', history.content.status === 'ok' && history.content.history.length === 1, history.content);

  const comms = await within(kernel.requestCommInfo({}), 5_000, 'comm_info');
  check('comm_info', comms.content.status === 'ok', comms.content);

  // As the extension does: interrupt by message on control, then the session must still be there.
  const looping = run(samples.loop);
  await new Promise(done => setTimeout(done, 500));
  const socket = kernel._ws;
  const interrupt = { header: { msg_id: randomUUID(), msg_type: 'interrupt_request', session: kernel.clientId, username: '', date: new Date().toISOString(), version: '5.3' } };
  socket.send(JSON.stringify({ ...interrupt, parent_header: {}, metadata: {}, content: {}, channel: 'control' }));
  const interrupted = await looping;
  check('interrupt', interrupted.reply.status === 'error', interrupted.reply);
  const after = await run(samples.value);
  check('execute after interrupt', one(after.outputs, 'execute_result')?.data['text/plain'] === samples.valueText, after);

  const shutdown = { header: { ...interrupt.header, msg_id: randomUUID(), msg_type: 'shutdown_request' } };
  socket.send(JSON.stringify({ ...shutdown, parent_header: {}, metadata: {}, content: { restart: false }, channel: 'control' }));
  check('shutdown', await within(ended, 5_000, 'shutdown') === 0);
} catch (error) {
  check(error.message, false, error.stack);
} finally {
  child.kill('SIGKILL');
  process.exit(failed === 0 ? 0 : 1);
}
