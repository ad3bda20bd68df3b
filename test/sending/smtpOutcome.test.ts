/** What an attempt to send is said to have come to, against servers that break off at every step of the conversation. */
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '../../src-main/adapters/node/smtpMailer.ts';
import type { OutgoingMail, SendOutcome } from '../../src-main/ports/mailer.ts';

type Step = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'message';

const mail: OutgoingMail = {
  messageId: '<1@voorbeeld.example>',
  from: { name: 'Voorbeeld', address: 'van@voorbeeld.example' },
  replyTo: null,
  to: { name: 'Klant', address: 'klant@elders.example' },
  subject: 'Herinnering',
  text: 'Tekst\n',
  html: null,
  inlineImages: [],
  attachments: [],
};

let server: Server | null = null;
afterEach(() => server?.close());

const answers: Readonly<Record<string, string>> = { EHLO: '250 own', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on', QUIT: '221 bye' };

/** Answers politely until a step, and does there what the test says. */
function conversation(socket: Socket, step: Step, act: (socket: Socket) => void): void {
  let inData = false;
  let text = '';
  socket.on('error', () => undefined);
  if (step === 'greeting') return act(socket);
  socket.write('220 own\r\n');
  socket.on('data', (part) => {
    text += part.toString('latin1');
    for (;;) {
      const end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const line = text.slice(0, end);
      text = text.slice(end + (inData ? 5 : 2));
      const command = inData ? 'message' : (line.slice(0, 4).toUpperCase() as Step);
      if (command === step) return act(socket);
      inData = command === 'DATA';
      socket.write(`${answers[command] ?? '250 taken'}\r\n`);
    }
  });
}

async function sendTo(step: Step, act: (socket: Socket) => void): Promise<SendOutcome> {
  const made = createServer((socket) => conversation(socket, step, act));
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return smtpMailer.send({ host: '127.0.0.1', port, security: 'none', user: null, password: null }, mail);
}

describe('a connection that breaks', () => {
  it.each(['greeting', 'EHLO'] as const)('at %s proves that nothing went out', async (step) => {
    expect(await sendTo(step, (socket) => socket.destroy())).toMatchObject({ kind: 'refused', reason: 'connection' });
  });

  it.each(['DATA', 'message'] as const)('at %s leaves it to a person whether the message arrived', async (step) => {
    expect(await sendTo(step, (socket) => socket.destroy())).toMatchObject({ kind: 'unknown' });
    expect(await sendTo(step, (socket) => socket.resetAndDestroy())).toMatchObject({ kind: 'unknown' });
  });

  it('before there was a server proves that nothing went out', async () => {
    expect(await smtpMailer.send({ host: '127.0.0.1', port: 1, security: 'none', user: null, password: null }, mail)).toMatchObject({ kind: 'refused', reason: 'connection' });
  });
});

describe('a server that answers', () => {
  it.each([
    ['RCPT', '550 no such mailbox', 'recipient'],
    ['message', '554 looks like spam', 'other'],
  ] as const)('no at %s has not taken the message', async (step, answer, reason) => {
    expect(await sendTo(step, (socket) => socket.write(`${answer}\r\n`))).toMatchObject({ kind: 'refused', reason });
  });

  it('yes to the message has taken it', async () => {
    expect(await sendTo('message', (socket) => socket.write('250 taken\r\n'))).toMatchObject({ kind: 'accepted' });
  });
});
