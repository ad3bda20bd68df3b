/** The mail server of an administration: settings in the ledger, the password only in the store of secrets. */
import { type SmtpSettings, zSmtpSettings } from '../../../src-shared/contract/dunning.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { headerMailbox } from '../../domain/letters/mailHeaders.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { readSetting } from '../../ledger/settings.ts';
import type { SmtpServer } from '../../ports/mailer.ts';
import type { Secrets } from '../../ports/secrets.ts';

export const smtpKey = 'smtp';

export const readSmtp = (ledger: Ledger): SmtpSettings | null => readSetting(ledger.read, smtpKey, zSmtpSettings);

/** One password per server and user, so that two administrations with the same mailbox share it and others never get it. */
export const secretName = ({ host, user }: Pick<SmtpSettings, 'host' | 'user'>): string => `smtp:${user}@${host}`;

const thisMachine = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** Why settings are refused: a sender that is no mailbox, or a connection in the clear to another machine; null when they may be kept. */
export function smtpProblem(settings: SmtpSettings): AppError | null {
  for (const [field, address] of [['from', settings.fromAddress], ['replyTo', settings.replyTo]] as const) {
    const isOptional = field === 'replyTo' && address === '';
    if (!isOptional && !headerMailbox(field, { name: settings.fromName, address }).ok) return appError('recipient-invalid', { address: address.slice(0, 100) });
  }
  if (settings.security === 'none' && !thisMachine.test(settings.host)) return appError('smtp-not-encrypted', { host: settings.host });
  return null;
}

/** The server with its password, or which of the two is missing. */
export async function serverOf({
  ledger,
  secrets,
}: {
  readonly ledger: Ledger;
  readonly secrets: Secrets;
}): Promise<{ readonly settings: SmtpSettings; readonly server: SmtpServer } | 'send-smtp-missing' | 'send-password-missing'> {
  const settings = readSmtp(ledger);
  if (settings === null || settings.host === '' || settings.fromAddress === '') return 'send-smtp-missing';
  const password = settings.user === '' ? null : await secrets.get(secretName(settings));
  if (settings.user !== '' && password === null) return 'send-password-missing';
  return { settings, server: { host: settings.host, port: settings.port, security: settings.security, user: settings.user === '' ? null : settings.user, password } };
}
