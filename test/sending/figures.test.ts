/** A letter asks what the screen shows and what is checked again before it goes, to the cent. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOffice, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02');
});
afterEach(() => office.close());

async function theMail(): Promise<{ readonly cents: number; readonly text: string }> {
  const [item] = (await office.call('batch.list', {})).items;
  if (item === undefined) throw new Error('nothing is due');
  expect(await office.approveAll()).toMatchObject({ refused: [] });
  expect(await office.send()).toMatchObject({ sent: 1 });
  const [mail] = office.mails;
  return { cents: item.cents, text: (mail?.text ?? '').replaceAll('\u00a0', ' ') };
}

describe('the amount asked', () => {
  it('leaves off a credit note that is dated later than today', async () => {
    await office.invoice({ number: '2026-001', total: '121.00' });
    await office.invoice({ number: 'C-1', total: '21.00', isCredit: true, credits: '2026-001', issueDate: '2026-03-20' });
    const mail = await theMail();
    expect(mail.cents).toBe(10_000);
    expect(mail.text).toContain('Bedrag: € 100,00');
  });

  it('leaves off credit that names no invoice', async () => {
    await office.invoice({ number: '2026-001', total: '121.00' });
    await office.invoice({ number: 'C-1', total: '21.00', isCredit: true, issueDate: '2026-03-20' });
    const mail = await theMail();
    expect(mail.cents).toBe(10_000);
    expect(mail.text).toContain('Bedrag: € 100,00');
  });
});
