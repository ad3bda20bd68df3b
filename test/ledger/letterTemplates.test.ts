/** The words that users gave to letters, kept as versions. */
import { describe, expect, it } from 'vitest';
import { defaultTemplate } from '../../src-main/domain/letters/templates/defaultTemplate.ts';
import { activeTemplate, activeWords, changedTemplates, saveTemplate, type TemplateKey, templateHistory } from '../../src-main/ledger/letters/letterTemplates.ts';
import type { TemplateWords } from '../../src-shared/templateWords.ts';
import { memoryLedger, now } from './ledgers.ts';

const key: TemplateKey = { kind: 'reminder-1', language: 'nl', country: 'NL', customerKind: 'business' };
const { subject } = defaultTemplate('reminder-1', 'nl', key);
const worded = (text: string): TemplateWords => ({ isLegalUnlocked: false, own: { [subject.key]: text } });

describe('the words of letters', () => {
  it('are ours until somebody changes them, and then his', () => {
    const ledger = memoryLedger();
    expect(activeTemplate(ledger.read, key)).toBeNull();
    expect(ledger.write((db) => saveTemplate(db, key, { words: worded('Uw facturen'), at: now }))).toBe(1);
    expect(activeTemplate(ledger.read, key)?.subject).toEqual({ ...subject, own: 'Uw facturen' });
  });

  it('belong to one letter, language, country and kind of reader', () => {
    const ledger = memoryLedger();
    ledger.write((db) => saveTemplate(db, key, { words: worded('Uw facturen'), at: now }));
    for (const other of [{ kind: 'reminder-2' }, { language: 'fr' }, { country: 'BE' }, { customerKind: 'consumer' }] as const)
      expect(activeWords(ledger.read, { ...key, ...other })).toBeNull();
  });

  it('get a new version with every change, and none when the same is saved twice', () => {
    const ledger = memoryLedger();
    const save = (words: TemplateWords | null): number => ledger.write((db) => saveTemplate(db, key, { words, at: now }));
    expect([save(worded('Een')), save(worded('Een')), save(worded('Twee')), save(null), save(null), save(worded('Een'))]).toEqual([1, 1, 2, 3, 3, 4]);
    expect(templateHistory(ledger.read, key).map(({ version, words }) => [version, words?.own[subject.key] ?? null])).toEqual([[4, 'Een'], [3, null], [2, 'Twee'], [1, 'Een']]);
    expect(changedTemplates(ledger.read)).toEqual([{ ...key, version: 4, isOurs: false }]);
  });

  it('are ours again after going back, and nothing is lost of what was', () => {
    const ledger = memoryLedger();
    ledger.write((db) => saveTemplate(db, key, { words: worded('Een'), at: now }));
    ledger.write((db) => saveTemplate(db, key, { words: { isLegalUnlocked: false, own: {} }, at: now }));
    expect(activeTemplate(ledger.read, key)).toBeNull();
    expect(templateHistory(ledger.read, key).map(({ words }) => words)).toEqual([null, worded('Een')]);
  });

  it('say in the log who changed what', () => {
    const ledger = memoryLedger();
    ledger.write((db) => saveTemplate(db, key, { words: worded('Een'), at: now }));
    const row = ledger.read.sqlite.prepare<[], { kind: string; actor: string; detail: string }>('SELECT kind, actor, detail FROM event ORDER BY id DESC LIMIT 1').get();
    expect(row).toMatchObject({ kind: 'letter-template-saved', actor: 'person' });
    expect(JSON.parse(row?.detail ?? '')).toMatchObject({ version: 1, is: worded('Een'), was: { own: {} } });
  });

  it.each(['UPDATE letter_template SET words = NULL', 'DELETE FROM letter_template', "REPLACE INTO letter_template (id, kind, language, country, customer_kind, version, words, at) VALUES (1, 'a', 'nl', 'NL', 'business', 1, NULL, 'x')"])(
    'stay as they were saved, whatever %s tries',
    (attempt) => {
      const ledger = memoryLedger();
      ledger.write((db) => saveTemplate(db, key, { words: worded('Een'), at: now }));
      expect(() => ledger.write((db) => db.sqlite.exec(attempt))).toThrow(/append-only/);
      expect(activeWords(ledger.read, key)).toEqual(worded('Een'));
    },
  );
});
