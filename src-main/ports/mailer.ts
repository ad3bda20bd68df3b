export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** `tls` = TLS from the first byte (465); `starttls` = must upgrade (587); `none` = only for a server on this machine. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
};

export type Mailbox = { readonly name: string; readonly address: string };

export type OutgoingMail = {
  /** Made and stored before sending, so that a search in the mailbox can settle doubt. */
  readonly messageId: string;
  readonly from: Mailbox;
  readonly replyTo: Mailbox | null;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly inlineImages: readonly { readonly cid: string; readonly name: string; readonly bytes: Uint8Array }[];
  readonly attachments: readonly { readonly name: string; readonly mime: string; readonly bytes: Uint8Array }[];
};

/**
 * The outcome of one attempt. `refused` proves that nothing was delivered (no connection, or a 4xx/5xx answer before the data were
 * accepted) and may be tried again; `unknown` means that the message may have been delivered: only a person may decide.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly response: string }
  | { readonly kind: 'refused'; readonly reason: 'connection' | 'authentication' | 'recipient' | 'tls' | 'other'; readonly response: string }
  | { readonly kind: 'unknown'; readonly response: string };

export interface Mailer {
  send(server: SmtpServer, mail: OutgoingMail): Promise<SendOutcome>;
}
