/**
 * Sends one message over SMTP. What counts is the honesty of the outcome: `refused` only when it is certain that the server has not taken
 * the message (no connection, no login, or a 4xx/5xx answer), `unknown` whenever the connection broke after the message was on its way.
 */
import { createTransport, type Transporter } from 'nodemailer';
import type { Mailer, OutgoingMail, SendOutcome, SmtpServer } from '../../ports/mailer.ts';

const timeoutMs = 60_000;

const addressOf = ({ name, address }: OutgoingMail['from']): { name: string; address: string } => ({ name, address });

function transportTo({ host, port, security, user, password }: SmtpServer): Transporter {
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // Content comes as bytes only: nothing is ever read from a path or an address on behalf of a message.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

type SmtpFault = { readonly code: string; readonly command: string; readonly responseCode: number | null; readonly text: string };

function faultOf(thrown: unknown): SmtpFault {
  const field = (name: string): unknown => (typeof thrown === 'object' && thrown !== null && name in thrown ? thrown[name as keyof typeof thrown] : undefined);
  const text = (name: string): string => {
    const value = field(name);
    return typeof value === 'string' ? value : '';
  };
  const responseCode = field('responseCode');
  return {
    code: text('code'),
    command: text('command'),
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    text: (text('response') || text('message')).slice(0, 500),
  };
}

/**
 * nodemailer names the conversation step in `command`, but a connection that breaks is `CONN` at every step, also after the last byte of
 * the message: only whether the message was offered yet tells a server that was not reached from one that may have taken it.
 */
function outcomeOf(fault: SmtpFault, wasOffered: boolean): SendOutcome {
  const refused = (reason: Extract<SendOutcome, { kind: 'refused' }>['reason']): SendOutcome => ({ kind: 'refused', reason, response: fault.text });
  if (fault.code === 'EAUTH' || fault.code === 'ENOAUTH') return refused('authentication');
  if (fault.code === 'ETLS') return refused('tls');
  if (fault.code === 'EENVELOPE') return refused('recipient');
  if (fault.responseCode !== null && fault.responseCode >= 400) return refused('other');
  return wasOffered ? { kind: 'unknown', response: fault.text } : refused('connection');
}

export const smtpMailer: Mailer = {
  async send(server, mail) {
    const transport = transportTo(server);
    let wasOffered = false;
    // The message becomes a stream once the server was greeted and has let us in, just before MAIL FROM.
    transport.use('stream', ({ message }, done) => {
      message.processFunc((input) => {
        wasOffered = true;
        return input;
      });
      done();
    });
    try {
      const info = await transport.sendMail({
        messageId: mail.messageId,
        from: addressOf(mail.from),
        ...(mail.replyTo === null ? {} : { replyTo: addressOf(mail.replyTo) }),
        to: addressOf(mail.to),
        subject: mail.subject,
        text: mail.text,
        ...(mail.html === null ? {} : { html: mail.html }),
        attachments: [
          ...mail.inlineImages.map(({ cid, name, bytes }) => ({ cid, filename: name, content: Buffer.from(bytes), contentDisposition: 'inline' as const })),
          ...mail.attachments.map(({ name, mime, bytes }) => ({ filename: name, contentType: mime, content: Buffer.from(bytes) })),
        ],
      });
      return { kind: 'accepted', response: (info.response ?? '').slice(0, 500) };
    } catch (thrown) {
      return outcomeOf(faultOf(thrown), wasOffered);
    } finally {
      transport.close();
    }
  },
};
