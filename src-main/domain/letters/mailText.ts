/** The plain part, in the same order as the HTML. Blanks are plain here, so that a copied account number is accepted by a bank. */
import { textOfRuns } from './letterRuns.ts';
import type { MailContent, MailPart } from './mailContent.ts';

function partText(part: MailPart): string {
  switch (part.kind) {
    case 'paragraph':
      return textOfRuns(part.runs);
    case 'facts':
      return part.rows.map((row) => `${row.label}: ${textOfRuns(row.runs)}`).join('\n');
    case 'amounts':
      return part.rows.map((row) => `- ${row.label}: ${row.value}`).join('\n');
    case 'list': {
      const [number, due, open] = part.heads;
      const rows = part.rows.map((row) => `- ${row.number} | ${row.due} | ${row.open}${row.small === '' ? '' : ` (${row.small})`}`);
      return [
        `${number} | ${due} | ${open}`,
        ...rows,
        ...(part.rest === '' ? [] : [`  ${part.rest}`]),
        `${part.total.label}: ${part.total.value}`,
      ].join('\n');
    }
    case 'payment':
      return [{ label: part.payment.amountLabel, value: part.payment.amount }, ...part.payment.rows]
        .map((row) => `${row.label}: ${row.value}`)
        .join('\n');
  }
}

export function mailText(content: MailContent): string {
  const { closing } = content;
  const blocks = [
    content.salutation,
    ...content.parts.map(partText),
    closing.greeting,
    [closing.name, closing.role].filter((line) => line !== '').join('\n'),
    closing.enclosures,
    `-- \n${content.footer.map((parts) => parts.join(' · ')).join('\n')}`,
  ];
  return `${blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .replaceAll('\u00a0', ' ')}\n`;
}
