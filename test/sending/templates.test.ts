/** Own words for letters, from the editor to the message that goes out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffice, type Office } from './office.ts';

const key = { kind: 'reminder-1', language: 'nl', country: 'NL', customerKind: 'business' } as const;
let office: Office;
beforeAll(async () => {
  office = await createOffice('2026-11-20');
});
afterAll(() => office.close());

const view = () => office.call('templates.get', { key });
const sentence = async () => {
  const { blocks } = await view();
  const piece = blocks.find((block) => block.role === 'opening')?.pieces.find(({ when }) => when === 'always');
  if (piece === undefined) throw new Error('a reminder without a sentence');
  return piece;
};
const draft = (own: Record<string, string>, isLegalUnlocked = false) => ({ key, words: { isLegalUnlocked, own } });

describe('the editor of letters', () => {
  it('lists every letter with the readers that the law knows it for', async () => {
    const { letters } = await office.call('templates.list', {});
    expect(letters).toHaveLength(17);
    expect(letters.find(({ kind }) => kind === 'reminder-1')?.readers).toHaveLength(12);
    expect(letters.find(({ kind }) => kind === 'belgian-first-reminder')?.readers.every(({ country, customerKind }) => country === 'BE' && customerKind === 'consumer')).toBe(true);
  });

  it('shows the blocks in the order of the letter, the fields that it knows and no problem in our own words', async () => {
    const { blocks, fields, problems, tone, version, history } = await view();
    expect(blocks[0]?.type).toBe('subject');
    expect(blocks.map(({ type }) => type)).toContain('payment');
    expect(fields).toContain('payBy');
    expect({ problems, tone, version, history }).toEqual({ problems: [], tone: [], version: 0, history: [] });
  });

  it('flags a phrase that does not work, with its place and a better wording, and a field that does not exist', async () => {
    const { key: piece } = await sentence();
    const found = await office.call('templates.check', draft({ [piece]: 'Zou u zo vriendelijk willen zijn om {{onzin}} te betalen?' }));
    expect(found.tone[0]).toMatchObject({ piece, flaw: 'vague', start: 0 });
    expect(found.problems.map(({ code, severity, params }) => [code, severity, params['piece']])).toEqual([['template-field-unknown', 'error', piece]]);
  });

  it('makes a page of a draft that is not saved', async () => {
    const { key: piece } = await sentence();
    const preview = await office.call('templates.preview', draft({ [piece]: 'Een eigen zin over {{invoices}}.' }));
    expect(preview.pages).toBe(1);
    expect(Buffer.from(office.backend.openFile(preview.pdf.token)?.bytes.subarray(0, 5) ?? []).toString()).toBe('%PDF-');
    expect((await view()).version).toBe(0);
  });

  it('does not save what no letter can be made of, nor a legal text behind its lock', async () => {
    const { key: piece } = await sentence();
    const unknown = await office.ask('templates.save', draft({ [piece]: '{{onzin}}' }));
    expect(unknown.ok ? '' : unknown.error.code).toBe('template-field-unknown');
    const formula = { kind: 'fourteen-day-letter', language: 'nl', country: 'NL', customerKind: 'consumer' } as const;
    const legal = (await office.call('templates.get', { key: formula })).blocks.flatMap(({ pieces }) => pieces).find(({ isLegal }) => isLegal);
    const own = { [legal?.key ?? '']: `${legal?.ours ?? ''} Eigen.` };
    const locked = await office.ask('templates.save', { key: formula, words: { isLegalUnlocked: false, own } });
    expect(locked.ok ? '' : locked.error.code).toBe('template-legal-changed');
    const unlocked = await office.ask('templates.save', { key: formula, words: { isLegalUnlocked: true, own } });
    expect(unlocked.ok).toBe(true);
  });

  it('does not save words of which the finished letter would lack a part that it must carry', async () => {
    const { blocks } = await view();
    const question = blocks.flatMap(({ pieces }) => pieces).find(({ ours }) => ours.endsWith('?'));
    const answer = await office.ask('templates.save', draft({ [question?.key ?? '']: 'Wij horen graag van u.' }));
    expect(answer.ok ? '' : [answer.error.code, answer.error.params['block']]).toEqual(['letter-block-missing', 'question']);
  });

  it('makes the mail of the same letter: heads, both bodies, and what goes along', async () => {
    const { blocks } = await view();
    const order = blocks.slice(1).flatMap(({ name }) => (name === 'options' ? ['own-1', name] : [name]));
    const mail = await office.call('templates.mail', { key, words: { isLegalUnlocked: false, own: { 'own-1': 'Wij zijn verhuisd.' }, layout: { order, removed: [] } } });
    expect(mail.subject).toContain('2026-0387');
    expect(mail.from).toContain('@');
    expect(mail.to).toContain('.example');
    expect(mail.attachments).toEqual([expect.stringMatching(/^betalingsherinnering-.*\.pdf$/)]);
    const html = Buffer.from(office.backend.openFile(mail.html.token)?.bytes ?? []).toString();
    for (const body of [mail.text, html]) expect(body).toContain('Wij zijn verhuisd.');
    expect(html).toContain('data:image/png;base64,');
    expect(html).not.toContain('cid:');
  });

  it('says which blocks may be left out, and keeps a saved order with its version', async () => {
    const demand = { kind: 'demand-1', language: 'nl', country: 'NL', customerKind: 'business' } as const;
    const { blocks } = await office.call('templates.get', { key: demand });
    expect(blocks.filter(({ isRequired }) => !isRequired).map(({ name }) => name)).toEqual([]);
    const free = blocks.flatMap(({ pieces }) => pieces.filter(({ isRequired }) => !isRequired).map((piece) => piece.key));
    expect(free).toEqual(['claim.termAgreed', 'claim.termOther', 'claim.becauseBoth', 'claim.becauseInterest', 'claim.becauseCosts', 'claim.settles', 'claim.perDay']);
    const order = blocks.slice(1).flatMap(({ name }) => (name === 'options' ? ['own-1', name] : [name]));
    const words = { isLegalUnlocked: false, own: { 'own-1': 'Wij zijn verhuisd.' }, layout: { order, removed: ['claim.settles'] } };
    expect(await office.call('templates.save', { key: demand, words })).toEqual({ version: 1 });
    expect((await office.call('templates.get', { key: demand })).words).toEqual(words);
    expect(await office.call('templates.reset', { key: demand })).toEqual({ version: 2 });
    const again = await office.call('templates.get', { key: demand });
    expect(again.words).toEqual({ isLegalUnlocked: false, own: {} });
    expect(again.history.map(({ isRearranged, changed }) => [isRearranged, changed])).toEqual([[false, 0], [true, 1]]);
    expect(await office.call('templates.restore', { key: demand, version: 1 })).toEqual({ version: 3 });
    expect((await office.call('templates.get', { key: demand })).words).toEqual(words);
  });

  it('saves no signs that no page can show, and takes a line break for a blank', async () => {
    const { key: piece } = await sentence();
    const refused = await office.ask('templates.save', draft({ [piece]: 'Betaal 🙂 {{amount}}' }));
    expect(refused.ok ? '' : refused.error.code).toBe('letter-characters-missing');
    expect((await office.call('templates.preview', draft({ [piece]: 'Een zin over {{invoices}}.\nEn nog een.' }))).pages).toBe(1);
  });

  it('saves no letter whose own words push the payment box off the first page', async () => {
    const names = (await view()).blocks.slice(1).map(({ name }) => name);
    const own = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`own-${number}`, 'Wij zijn verhuisd en vragen u dat te onthouden. '.repeat(30)]));
    const long = { isLegalUnlocked: false, own, layout: { order: names.flatMap((name) => (name === 'request' ? [...Object.keys(own), name] : [name])), removed: [] } };
    const answer = await office.ask('templates.save', { key, words: long });
    expect(answer.ok ? '' : answer.error.code).toBe('letter-too-long');
  });

  it('saves no letter without a part that it needs, nor with one in the wrong place', async () => {
    const { blocks } = await view();
    const names = blocks.slice(1).map(({ name }) => name);
    const save = async (layout: { order: string[]; removed: string[] }) => {
      const answer = await office.ask('templates.save', { key, words: { isLegalUnlocked: false, own: {}, layout } });
      return answer.ok ? 'saved' : answer.error.code;
    };
    expect(await save({ order: names, removed: ['payment'] })).toBe('template-payment-missing');
    expect(await save({ order: names, removed: ['subject'] })).toBe('template-block-required');
    expect(await save({ order: names.toReversed(), removed: [] })).toBe('template-order');
    const tooMany = await office.ask('templates.save', { key, words: { isLegalUnlocked: false, own: {}, layout: { order: [...names, ...Array.from({ length: 9 }, (_, index) => `own-${index + 1}`)], removed: [] } } });
    expect(tooMany.ok ? '' : tooMany.error.code).toBe('bad-request');
  });

  it('has no letter for a reader whose law has another', async () => {
    const answer = await office.ask('templates.get', { key: { ...key, country: 'BE', customerKind: 'consumer' } });
    expect(answer.ok ? '' : answer.error.code).toBe('letter-other-law');
  });
});

describe("the day's messages", () => {
  it('carry the saved words at once, go back to ours, and take up an older version again', async () => {
    await office.invoice({ number: '2026-001', customer: 'De Hoek B.V.', issueDate: '2026-10-10', dueDate: '2026-11-09', total: '121.00' });
    office.setDay('2026-11-20');
    const text = async (): Promise<string> => {
      const [item] = (await office.call('batch.list', {})).items;
      if (item === undefined) throw new Error('no message is due');
      return (await office.call('batch.preview', { messageId: item.messageId })).text.replaceAll(/\s+/g, ' ');
    };
    const { key: piece, ours } = await sentence();
    const was = await text();
    expect(ours.length).toBeGreaterThan(10);
    expect(await office.call('templates.save', draft({ [piece]: 'Wij schrijven u over {{invoices}}.' }))).toEqual({ version: 1 });
    expect(await text()).toContain('Wij schrijven u over');
    expect(await office.call('templates.reset', { key })).toEqual({ version: 2 });
    expect(await text()).toBe(was);
    expect(await office.call('templates.restore', { key, version: 1 })).toEqual({ version: 3 });
    expect(await text()).toContain('Wij schrijven u over');
    const order = (await view()).blocks.slice(1).flatMap(({ name }) => (name === 'nextStep' ? ['own-1', name] : [name]));
    const moved = { isLegalUnlocked: false, own: { 'own-1': 'Wij zijn verhuisd.' }, layout: { order, removed: [] } };
    expect(await office.call('templates.save', { key, words: moved })).toEqual({ version: 4 });
    const rearranged = await text();
    expect(rearranged.indexOf('Wij zijn verhuisd.')).toBeGreaterThan(rearranged.indexOf('IBAN'));
    expect(rearranged.indexOf('Wij zijn verhuisd.')).toBeLessThan(rearranged.indexOf('Volgende stap.'));
    // What was approved keeps the order and the words that it had, whatever the letter becomes.
    await office.approveAll();
    const [sent] = await office.outbox();
    if (sent === undefined) throw new Error('nothing was approved');
    const stored = async () => (await office.call('outbox.get', { messageId: sent.messageId })).text.replaceAll(/\s+/g, ' ');
    expect(await stored()).toBe(rearranged);
    expect(await office.call('templates.reset', { key })).toEqual({ version: 5 });
    expect(await stored()).toBe(rearranged);
    const missing = await office.ask('templates.restore', { key, version: 99 });
    expect(missing.ok ? '' : missing.error.code).toBe('not-found');
  });
});
