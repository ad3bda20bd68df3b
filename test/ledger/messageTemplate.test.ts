/** Which words a message carries: the user's, ours, or ours because his make no letter any more. */
import { describe, expect, it } from 'vitest';
import { defaultTemplate } from '../../src-main/domain/letters/templates/defaultTemplate.ts';
import { mailInOwnWords } from '../../src-main/features/dunning/messageTemplate.ts';
import { saveTemplate, type TemplateKey } from '../../src-main/ledger/letters/letterTemplates.ts';
import { piecesOf } from '../../src-shared/letterTemplate.ts';
import { letterOne } from '../letters/letterSamples.ts';
import { memoryLedger, now, valueOf } from './ledgers.ts';

const key: TemplateKey = { kind: 'reminder-1', language: 'nl', country: 'NL', customerKind: 'business' };
const template = defaultTemplate('reminder-1', 'nl', key);
const piece = piecesOf(template).find((one) => one.block !== null && one.piece.when === 'always' && !one.piece.isLegal)?.piece.key ?? '';

function mailWith(text: string | null) {
  const ledger = memoryLedger();
  if (text !== null) ledger.write((db) => saveTemplate(db, key, { words: { isLegalUnlocked: false, own: { [piece]: text } }, at: now }));
  return valueOf(mailInOwnWords(ledger.read, letterOne));
}

describe('a message', () => {
  it('is in our words while nobody changed them', () => {
    expect(mailWith(null)).toMatchObject({ isSetAside: false, template });
  });

  it('is in the words of the user, in the mail and in its letter', () => {
    const { mail, isSetAside } = mailWith('Het gaat om {{invoices}}, van {{company}}.');
    expect(isSetAside).toBe(false);
    expect(mail.text.replaceAll(/\s+/g, ' ')).toContain('van Veenpluis Installatietechniek B.V.');
    expect(JSON.stringify(mail.letter.blocks)).toContain('van Veenpluis Installatietechniek B.V.');
  });

  it.each(['Er staat {{onzin}} open.', 'Niet **gesloten', 'Vóór {{paidOn}}.'])('is in our words, and says so, when his make no letter: %s', (text) => {
    expect(mailWith(text)).toMatchObject({ isSetAside: true, mail: { text: mailWith(null).mail.text } });
  });

  it('carries new words as soon as they are saved', () => {
    const ledger = memoryLedger();
    const subjects = ['Een', 'Twee'].map((text) => {
      ledger.write((db) => saveTemplate(db, key, { words: { isLegalUnlocked: false, own: { [piece]: `${text} zin.` } }, at: now }));
      return valueOf(mailInOwnWords(ledger.read, letterOne)).mail.text.match(/\p{L}+ zin\./u)?.[0];
    });
    expect(subjects).toEqual(['Een zin.', 'Twee zin.']);
  });
});
