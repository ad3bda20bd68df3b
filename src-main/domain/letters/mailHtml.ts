/**
 * The HTML part: one column of at most 560 pixels, inline styles, system fonts, no external image, no script, no media query; the payment
 * box stacks by itself on a narrow screen. Everything that comes from facts is escaped here, at the last moment.
 */
import type { LetterPayment, LetterRun } from '../../../src-shared/letter.ts';
import type { MailContent, MailPart } from './mailContent.ts';

export const codeCid = 'payment-code';
export const logoCid = 'logo';

const ink = '#1b1f22';
const grey = '#5a6268';
const hairline = '#c3c9cc';
const family = 'Arial,Helvetica,sans-serif';
const font = `font-family:${family};font-size:15px;line-height:23px;color:${ink}`;

const escapeHtml = (text: string): string => (/[&<>"']/.test(text) ? escaped(text) : text);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** Browsers break lines after a hyphen; a number such as 2026-0398 must not be torn apart, nor changed, so such words are kept whole. */
const wordsHtml = (text: string): string =>
  text
    .split(' ')
    .map((word) =>
      /\S-\S/.test(word) && word.length <= 28 ? `<span style="white-space:nowrap">${escapeHtml(word)}</span>` : escapeHtml(word),
    )
    .join(' ');
const runsHtml = (runs: readonly LetterRun[]): string =>
  runs.map((run) => (run.bold ? `<b>${wordsHtml(run.text)}</b>` : wordsHtml(run.text))).join('');
const tableStart = (style: string): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;${style}">`;
const cell = (style: string, contentHtml: string): string => `<td style="${font};${style}">${contentHtml}</td>`;

const paragraphHtml = (runs: readonly LetterRun[]): string => `<p style="margin:0 0 16px;${font}">${runsHtml(runs)}</p>`;

function listHtml(part: Extract<MailPart, { kind: 'list' }>): string {
  const head = (text: string, align: 'left' | 'right'): string =>
    `<th scope="col" align="${align}" style="font-family:${family};font-size:12px;line-height:16px;color:${grey};font-weight:bold;text-align:${align};white-space:nowrap;padding:6px ${align === 'left' ? '12px' : '0'} 7px 0;border-bottom:2px solid ${ink}">${escapeHtml(text)}</th>`;
  const line = `border-bottom:1px solid ${hairline}`;
  const size = 'font-size:14px;line-height:20px';
  const rows = part.rows.map(({ number, due, open, small }) => {
    const end = small === '' ? `9px 12px 9px 0;${line}` : '9px 12px 0 0';
    const row = `<tr>${cell(`${size};padding:${end}`, wordsHtml(number))}${cell(`${size};white-space:nowrap;vertical-align:top;padding:${end}`, escapeHtml(due))}${cell(`${size};white-space:nowrap;text-align:right;vertical-align:top;padding:${end};padding-right:0`, escapeHtml(open))}</tr>`;
    return small === ''
      ? row
      : `${row}<tr><td colspan="3" style="font-family:${family};font-size:12px;line-height:17px;color:${grey};padding:0 0 9px;${line}">${wordsHtml(small)}</td></tr>`;
  });
  const rest =
    part.rest === ''
      ? ''
      : `<tr><td colspan="3" style="${font};${size};padding:9px 0;color:${grey};${line}">${escapeHtml(part.rest)}</td></tr>`;
  const total = `<tr><td colspan="2" style="${font};${size};padding:9px 12px 9px 0"><b>${escapeHtml(part.total.label)}</b></td>${cell(`${size};padding:9px 0;white-space:nowrap;text-align:right`, `<b>${escapeHtml(part.total.value)}</b>`)}</tr>`;
  const [number, due, open] = part.heads;
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 12px"><tr>${head(number, 'left').replace(`style="`, `width="52%" style="`)}${head(due, 'left')}${head(open, 'right')}</tr>${rows.join('')}${rest}${total}</table>`;
}

function pairsHtml(rows: readonly { readonly label: string; readonly valueHtml: string }[], align: 'left' | 'right'): string {
  const line = `border-bottom:1px solid ${hairline}`;
  const size = 'font-size:14px;line-height:20px';
  const value = align === 'left' ? '' : ';text-align:right;white-space:nowrap';
  const label = align === 'left' ? `color:${grey};font-size:13px;width:120px` : '';
  const lines = rows.map(
    (row) =>
      `<tr>${cell(`${size};padding:8px 12px 8px 0;vertical-align:top;${label};${line}`, escapeHtml(row.label))}${cell(`${size};padding:8px 0;vertical-align:top${value};${line}`, row.valueHtml)}</tr>`,
  );
  return `${tableStart(`margin:0 0 16px;border-top:${align === 'left' ? 2 : 1}px solid ${align === 'left' ? ink : hairline}`)}${lines.join('')}</table>`;
}

function paymentHtml(payment: LetterPayment, accent: string): string {
  const label = (text: string): string =>
    `<td style="font-family:${family};font-size:13px;line-height:20px;color:${grey};padding:3px 12px 3px 0;vertical-align:top;white-space:nowrap">${escapeHtml(text)}</td>`;
  const value = (text: string): string =>
    `<td style="font-family:${family};font-size:14px;line-height:20px;color:${ink};padding:3px 0;vertical-align:top"><b>${wordsHtml(text)}</b></td>`;
  const amount = `<tr><td style="font-family:${family};font-size:13px;line-height:28px;color:${grey};padding:0 12px 3px 0;vertical-align:top;white-space:nowrap">${escapeHtml(payment.amountLabel)}</td><td style="font-family:${family};font-size:22px;line-height:28px;color:${ink};padding:0 0 3px;vertical-align:top;white-space:nowrap"><b>${escapeHtml(payment.amount)}</b></td></tr>`;
  const rows = payment.rows.map((row) => `<tr>${label(row.label)}${value(row.value)}</tr>`).join('');
  const block = 'display:inline-block;vertical-align:top';
  return (
    `${tableStart('margin:0 0 22px')}<tr><td style="border:1px solid ${accent};border-left:5px solid ${accent};padding:20px 12px 14px 16px;font-size:0;background:#ffffff">` +
    `<div style="${block};width:100%;max-width:355px;padding:0 0 12px">${tableStart('')}${amount}${rows}</table></div>` +
    `<div style="${block};width:150px;text-align:center"><img src="cid:${codeCid}" width="150" height="150" alt="${escapeHtml(payment.alternative)}" style="display:block;border:0;width:150px;height:150px">` +
    `<span style="font-family:${family};font-size:11px;line-height:15px;color:${grey}">${escapeHtml(payment.caption)}</span></div></td></tr></table>`
  );
}

function partHtml(part: MailPart, accent: string): string {
  switch (part.kind) {
    case 'paragraph':
      return paragraphHtml(part.runs);
    case 'facts':
      return pairsHtml(
        part.rows.map((row) => ({ label: row.label, valueHtml: runsHtml(row.runs) })),
        'left',
      );
    case 'amounts':
      return pairsHtml(
        part.rows.map((row) => ({ label: row.label, valueHtml: escapeHtml(row.value) })),
        'right',
      );
    case 'list':
      return listHtml(part);
    case 'payment':
      return paymentHtml(part.payment, accent);
  }
}

function headHtml({ company, monogram, accent, hasLogo }: MailContent): string {
  const mark = hasLogo
    ? `<img src="cid:${logoCid}" height="40" alt="" style="display:block;border:0;height:40px;max-width:160px">`
    : `<div style="width:40px;height:40px;border-radius:6px;background:${accent};color:#ffffff;font-family:${family};font-size:20px;line-height:40px;font-weight:bold;text-align:center">${escapeHtml(monogram)}</div>`;
  return `${tableStart(`margin:0 0 24px;border-bottom:1px solid ${hairline}`)}<tr><td width="40" style="padding:4px 14px 22px 0">${mark}</td><td style="font-family:${family};font-size:17px;line-height:23px;color:${ink};padding:4px 0 22px"><b>${escapeHtml(company)}</b></td></tr></table>`;
}

function closingHtml({ closing, footer }: MailContent): string {
  const role = closing.role === '' ? '' : `<br><span style="color:${grey}">${escapeHtml(closing.role)}</span>`;
  const enclosures =
    closing.enclosures === ''
      ? ''
      : `<p style="margin:0 0 16px;font-family:${family};font-size:13px;line-height:20px;color:${grey}">${wordsHtml(closing.enclosures)}</p>`;
  const lines = footer.map((parts) => parts.map(escapeHtml).join(' · ')).join('<br>');
  return (
    `<p style="margin:0 0 10px;${font}">${escapeHtml(closing.greeting)}</p><p style="margin:0 0 16px;${font}"><b>${escapeHtml(closing.name)}</b>${role}</p>${enclosures}` +
    `<p style="margin:0;padding:14px 0 0;border-top:1px solid ${hairline};font-family:${family};font-size:12px;line-height:18px;color:${grey}">${lines}</p>`
  );
}

export function mailHtml(content: MailContent): string {
  const body = content.parts.map((part) => partHtml(part, content.accent)).join('\n');
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(content.languageTag)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(content.subject)}</title></head>`,
    '<body style="margin:0;padding:0;background:#ffffff">',
    `<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0">${escapeHtml(content.preheader)}</div>`,
    `${tableStart('')}<tr><td align="center" style="padding:20px">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;max-width:560px"><tr><td align="left" style="text-align:left">`,
    headHtml(content),
    `<p style="margin:0 0 16px;${font}">${escapeHtml(content.salutation)}</p>`,
    body,
    closingHtml(content),
    '</td></tr></table>',
    '</td></tr></table>',
    '</body></html>',
    '',
  ].join('\n');
}
