/** Settings of the way out: the mail server with its test message, and the page that tells whether the address fits the envelope. */
import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { headerMailbox } from '../../domain/letters/mailHeaders.ts';
import { attachmentSettingKey, readAttachmentSetting } from '../../ledger/letters/attachmentSetting.ts';
import { logEvent, readProfile, saveSetting } from '../../ledger/settings.ts';
import type { OutboxContext } from './methods.ts';
import { readSmtp, secretName, serverOf, smtpKey, smtpProblem } from './smtpSettings.ts';
import { windowTestPage } from './windowTestPage.ts';

type Methods = 'settings.attachments' | 'settings.saveAttachments' | 'settings.smtp' | 'settings.saveSmtp' | 'settings.testSmtp' | 'settings.windowTestPage';

const testTexts: Readonly<Record<LetterLanguage, { readonly subject: (company: string) => string; readonly text: string }>> = {
  nl: {
    subject: (company) => `Testbericht van Termijn voor ${company}`,
    text: 'De mailserver werkt. Dit testbericht is verstuurd door Termijn; er is niets aan klanten gestuurd.\n',
  },
  en: {
    subject: (company) => `Test message from Termijn for ${company}`,
    text: 'The mail server works. Termijn sent this test message; nothing was sent to customers.\n',
  },
  fr: {
    subject: (company) => `Message d’essai de Termijn pour ${company}`,
    text: 'Le serveur de messagerie fonctionne. Termijn a envoyé ce message d’essai ; rien n’a été envoyé aux clients.\n',
  },
  de: {
    subject: (company) => `Testnachricht von Termijn für ${company}`,
    text: 'Der Mailserver funktioniert. Diese Testnachricht hat Termijn gesendet; an Kunden ging nichts.\n',
  },
};

async function test(context: OutboxContext, { to }: InputOf<'settings.testSmtp'>): Promise<Result<OutputOf<'settings.testSmtp'>, AppError>> {
  const address = headerMailbox('to', { name: '', address: to.trim() });
  if (!address.ok) return err(appError('recipient-invalid', { address: to.slice(0, 100) }));
  const found = await serverOf(context);
  if (typeof found === 'string') return ok({ ok: false, reason: { code: found, params: {} } });
  const { name, language } = readProfile(context.ledger.read);
  const texts = testTexts[language];
  const outcome = await context.mailer.send(found.server, {
    messageId: `<${context.ids.next()}@localhost>`,
    from: { name: found.settings.fromName, address: found.settings.fromAddress },
    replyTo: null,
    to: address.value,
    subject: texts.subject(name.replaceAll(/\p{Cc}/gu, ' ')),
    text: texts.text,
    html: null,
    inlineImages: [],
    attachments: [],
  });
  if (outcome.kind === 'accepted') return ok({ ok: true, reason: null });
  const code = outcome.kind === 'refused' ? (`send-refused-${outcome.reason}` as const) : 'send-unknown';
  return ok({ ok: false, reason: { code, params: { response: outcome.response.slice(0, 300) } } });
}

export const outboxSettings: Handlers<OutboxContext, Methods> = {
  'settings.attachments': ({ ledger }) => ok(readAttachmentSetting(ledger.read)),
  'settings.saveAttachments': ({ ledger, clock, events }, setting) => {
    ledger.write((db) => {
      saveSetting(db, attachmentSettingKey, setting);
      logEvent(db, { at: clock.now(), actor: 'person', kind: 'attachments', subject: 'administration', subjectId: 1, detail: setting });
    });
    events.emit({ type: 'ledgerChanged', areas: ['settings', 'dunning'] });
    return ok({ done: true as const });
  },
  'settings.smtp': async ({ ledger, secrets }) => {
    const settings = readSmtp(ledger);
    return ok({ settings, hasPassword: settings !== null && (await secrets.get(secretName(settings))) !== null, secretsBackend: secrets.backend });
  },
  'settings.saveSmtp': async ({ ledger, secrets, clock, events }, { settings, password }) => {
    const problem = smtpProblem(settings);
    if (problem !== null) return err(problem);
    if (password !== null) await secrets.set(secretName(settings), password);
    ledger.write((db) => {
      saveSetting(db, smtpKey, settings);
      const { host, port, security, user, fromAddress, maxPerDay } = settings;
      logEvent(db, { at: clock.now(), actor: 'person', kind: 'smtp-settings', subject: 'administration', subjectId: 1, detail: { host, port, security, user, fromAddress, maxPerDay } });
    });
    events.emit({ type: 'ledgerChanged', areas: ['settings'] });
    return ok({ done: true });
  },
  'settings.testSmtp': test,
  'settings.windowTestPage': windowTestPage,
};
