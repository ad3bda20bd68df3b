/** Mail servers on this machine: one that takes and keeps, and one that hangs up. */
import { createServer, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export const password = 'geheim-van-de-test';

export type TestServer = { readonly port: number; readonly received: string[]; /** Called with the recipient; an error refuses. */ recipient: (address: string) => Error | null; takesPassword: boolean; close: () => Promise<void> };

/** An SMTP server on this machine that keeps the messages it takes. */
export async function smtpServer(): Promise<TestServer> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) => (tested.takesPassword && auth.password === password ? done(null, { user: auth.username ?? '' }) : done(new Error('no such user'))),
    onRcptTo: ({ address }, _session: SMTPServerSession, done) => done(tested.recipient(address)),
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString('latin1')));
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const tested: TestServer = {
    port: 0,
    received,
    recipient: () => null,
    takesPassword: true,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return Object.assign(tested, { port: typeof address === 'object' && address !== null ? address.port : 0 });
}

/** A server that takes the whole message and then hangs up without a word. */
export async function rudeServer(): Promise<{ readonly port: number; readonly messages: () => number; readonly close: () => void }> {
  let messages = 0;
  const converse = (socket: Socket): void => {
    socket.on('error', () => undefined);
    socket.write('220 own\r\n');
    let inData = false;
    socket.on('data', (part) => {
      const text = part.toString('latin1');
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        messages += 1;
        socket.destroy();
        return;
      }
      inData = text.startsWith('DATA');
      socket.write(inData ? '354 go on\r\n' : text.startsWith('EHLO') ? '250 own\r\n' : '250 ok\r\n');
    });
  };
  const server = createServer(converse);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, messages: () => messages, close: () => server.close() };
}
