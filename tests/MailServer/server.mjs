// The mail server "smtp-server" for tests on this machine: takes every e-mail and keeps it in memory.
// Prints {"smtp": port, "control": "http://..."} when it listens, and ends when its standard input is closed.
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

let taken = [];
let refusing = false;

async function bodyOf(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_, session, done) => done(refusing ? Object.assign(new Error('Mailbox is busy'), { responseCode: 451 }) : undefined),
  onData: async (stream, session, done) => {
    const raw = await bodyOf(stream);
    taken.push({ from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address), raw });
    done();
  },
});
smtp.on('error', () => {});

const control = createServer(async (request, response) => {
  if (request.method === 'POST') {
    const asked = JSON.parse(await bodyOf(request));
    if ('refusing' in asked) refusing = asked.refusing;
    if (asked.forget) taken = [];
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(taken));
});

smtp.listen(0, '127.0.0.1', () => control.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ smtp: smtp.server.address().port, control: `http://127.0.0.1:${control.address().port}/` }));
}));
process.stdin.resume().on('end', () => process.exit());
