import { describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { qrPng } from '../../src-main/adapters/node/qrPng.ts';
import { buildMail, type LetterMail } from '../../src-main/domain/letters/buildMail.ts';
import type { ReminderFacts } from '../../src-main/domain/letters/letterFacts.ts';
import { headerMailbox, headerText } from '../../src-main/domain/letters/mailHeaders.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { belgianConsumer, letterOne, letterOneInEnglish, manyInvoices, secondReminder } from './letterSamples.ts';
import { describeWithTools, run, withPdfFile } from './pdfTools.ts';

function built(facts: ReminderFacts): LetterMail {
  const mail = buildMail({ ...facts, channel: 'email' });
  if (!mail.ok) throw new Error(JSON.stringify(mail.error));
  return mail.value;
}
const belgianMail: ReminderFacts = { ...belgianConsumer, channel: 'email', payBy: plainDate('2026-12-04') };
const visible = (html: string): string =>
  html
    .replace(/<title>.*?<\/title>|<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+/g, ' ');

describe('the reminder as a mail', () => {
  it('has a subject that names letter, invoices and company', () => {
    expect(built(letterOne).subject).toBe(
      'Betalingsherinnering: facturen 2026-0387, 2026-0391, 2026-0398 (Veenpluis Installatietechniek B.V.)',
    );
    expect(built(letterOneInEnglish).subject).toBe(
      'Payment reminder: invoices 2026-0387, 2026-0391, 2026-0398 (Veenpluis Installatietechniek B.V.)',
    );
    expect(built(secondReminder).subject).toMatch(/^Tweede herinnering: /);
  });
  it('has an HTML and a plain part with the same facts in the same order', () => {
    const mail = built(letterOne);
    const order = [
      'Geachte mevrouw De Boer,',
      '2026-0387',
      '870,50',
      '€ 3.169,50',
      'vrijdag 27 november 2026',
      'NL91 ABNA 0417 1643 00',
      'Klopt er iets niet',
      'Volgende stap.',
      'Met vriendelijke groet,',
      'Sanne Wiersma',
      'betalingsherinnering H-2026-0211 (pdf)',
      'KvK 99000214',
    ];
    for (const text of [visible(mail.html), mail.text]) {
      let from = 0;
      for (const part of order) {
        const at = text.indexOf(part, from);
        expect({ part, found: at >= 0 }).toEqual({ part, found: true });
        from = at;
      }
    }
  });
  it('gives the account number on a line of its own, with plain blanks', () => {
    expect(built(letterOne).text.split('\n')).toContain('IBAN: NL91 ABNA 0417 1643 00');
    expect(built(letterOne).text).not.toContain('\u00a0');
  });
  it('shows a part payment under the invoice', () => {
    expect(visible(built(letterOne).html)).toContain('€ 1.270,50, ontvangen € 400,00');
  });
  it('asks to answer the mail or to call, and offers the three options', () => {
    expect(built(letterOne).text).toContain('Beantwoord deze e-mail of bel Sanne Wiersma, 0513 01 23 45.');
    for (const option of ['Klopt er iets niet', 'latere datum', 'betalen in delen']) expect(built(letterOne).text).toContain(option);
  });
  it('carries the block of the law in a mail to a Belgian consumer', () => {
    const text = built(belgianMail).text;
    for (const part of [
      'ondernemingsnummer 0999.204.171',
      'Deze herinnering is gratis',
      '€ 79,22',
      'op de dag na de verzending van deze e-mail',
      '+++202/6001/18717+++',
    ])
      expect(text).toContain(part);
  });
  it('loads nothing from outside: only the inline code, no script, no link, no web font', () => {
    const { html, paymentCode } = built(letterOne);
    expect([...html.matchAll(/src="([^"]*)"/g)].map((match) => match[1])).toEqual([`cid:${paymentCode?.cid ?? 'none'}`]);
    expect(html).not.toMatch(/<script|<link|@import|url\(|https?:/i);
    expect(html).toMatch(/display:none[^>]*>Drie facturen, /);
  });
  it('lists at most sixty invoices and says where the others are', () => {
    const mail = built(manyInvoices(80));
    expect(mail.text).toContain('en nog 20 in de bijgevoegde brief');
    expect(mail.letter.annex?.table.rows).toHaveLength(80);
  });
});

describe('hostile text', () => {
  it('is shown, never run', () => {
    const mail = built({
      ...letterOne,
      sender: { ...letterOne.sender, name: '<script>alert(1)</script> & "Zn"' },
      own: { subject: '', opening: '<img src=x onerror=alert(1)> **vet**', note: "'><b>x" },
    });
    expect(mail.html).not.toMatch(/<script|<img src=x|<b>x/);
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Zn&quot;');
  });
  it('cannot add a header by way of the subject', () => {
    const injected = buildMail({ ...letterOne, own: { subject: 'Herinnering\r\nBcc: iemand@voorbeeld.example', opening: '', note: '' } });
    expect(injected).toMatchObject({ ok: false, error: { code: 'mail-header-unsafe', params: { field: 'subject' } } });
    expect(built({ ...letterOne, sender: { ...letterOne.sender, name: 'Veenpluis\r\nBcc: x@y.example' } }).subject).not.toMatch(/[\r\n]/);
  });
  it.each([
    ['a line break in the name', { name: 'A\nBcc: b@c.example', address: 'a@b.example' }],
    ['two addresses', { name: 'A', address: 'a@b.example, c@d.example' }],
    ['a line break in the address', { name: 'A', address: 'a@b.example\r\nBcc: c@d.example' }],
    ['angle brackets in the address', { name: 'A', address: '<a@b.example>' }],
    ['an address without host', { name: 'A', address: 'a@' }],
    ['an address without dot in the host', { name: 'A', address: 'a@localhost' }],
  ])('refuses %s', (_name, mailbox) => {
    expect(headerMailbox('to', mailbox)).toMatchObject({ ok: false, error: { code: 'mail-header-unsafe' } });
  });
  it('accepts ordinary names and addresses', () => {
    expect(headerMailbox('to', { name: 'Mevrouw A. de Boer', address: 'a.de.boer+facturen@korenhof.example' }).ok).toBe(true);
    expect(headerText('subject', 'Zoë’s Bäckerei')).toEqual({ ok: true, value: 'Zoë’s Bäckerei' });
  });
});

describeWithTools('the code in the mail', ['zbarimg'], () => {
  it('is a picture of one bit that reads as the text of the letter', () => {
    const mail = built(belgianMail);
    const png = qrPng((mail.paymentCode?.epcText ?? ''));
    expect(png[24]).toBe(1);
    expect(Buffer.from(png).equals(Buffer.from(qrPng((mail.paymentCode?.epcText ?? ''))))).toBe(true);
    const read = withPdfFile(png, (_path, folder) => {
      const file = join(folder, 'code.png');
      writeFileSync(file, png);
      return run('zbarimg', ['-q', '--raw', '-Sbinary', file]);
    });
    expect(read.replace(/\n$/, '')).toBe((mail.paymentCode?.epcText ?? ''));
  });
});
