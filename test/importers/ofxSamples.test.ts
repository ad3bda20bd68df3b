import { describe, expect, it } from 'vitest';
import { describeOwnSamples, ownSample, readOk, refusalCodes, textSource } from './ownSamples.ts';

describeOwnSamples('ofx', 'ofx', 5);

const unclosed = Buffer.from(ownSample('ofx', 'ofx-1-unclosed.ofx').bytes).toString('latin1');
const facts = (text: string, encoding: BufferEncoding = 'utf8') =>
  readOk(textSource('a.ofx', text, encoding)).statements.map(({ account, closing, entries }) => ({
    account,
    closing: closing?.amount,
    entries: entries.map(({ amount, bookDate, counterName, remittance, bankRef }) => [amount, bookDate, counterName, remittance, bankRef]),
  }));

describe('the same OFX in other clothes', () => {
  const wanted = facts(unclosed);

  it.each([
    ['CRLF', unclosed.replaceAll('\n', '\r\n')],
    ['everything on one line', unclosed.replaceAll('\n', '')],
    ['closed tags', unclosed.replace(/<(TRNAMT|FITID|NAME|MEMO|DTPOSTED|ACCTID|CURDEF|BALAMT)>([^\n<]*(?:< b)?)/g, '<$1>$2</$1>')],
    ['lower case tags', unclosed.replace(/<\/?[A-Z0-9]+>/g, (tag) => tag.toLowerCase())],
    ['end tags of bookings lost', unclosed.replaceAll('</STMTTRN>\n', '')],
    ['the header lost', unclosed.slice(unclosed.indexOf('<OFX>'))],
    ['several lists', unclosed.replace('</STMTTRN>\n', '</STMTTRN>\n</BANKTRANLIST>\n<BANKTRANLIST>\n')],
  ])('reads %s the same way', (_name, other) => {
    expect(facts(other)).toEqual(wanted);
  });

  it('reads it whatever encoding the header claims', () => {
    expect(facts(unclosed, 'latin1')).toEqual(wanted);
    expect(facts(`\ufeff${unclosed}`, 'utf8')).toEqual(wanted);
    expect(facts(`\ufeff${unclosed}`, 'utf16le')).toEqual(wanted);
  });

  it('takes the date as written, whatever the zone', () => {
    for (const date of ['20260302', '20260302235959', '20260302235959.000[-12:XYZ]', '20260302000000[+14]']) {
      expect(facts(unclosed.replace('20260302120000.000[+1:CET]', date))[0]?.entries[0]?.[1]).toBe('2026-03-02');
    }
  });

  it('never takes a comma before three digits for thousands or for decimals', () => {
    const result = readOk(textSource('a.ofx', unclosed.replace('1210.00', '1,210')));
    expect(result.problems.map(({ code }) => code)).toEqual(['bank-amount-unreadable']);
    expect(facts(unclosed.replace('1210.00', '1,210.00'))[0]?.entries[0]?.[0]).toBe(121_000);
    expect(facts(unclosed.replace('1210.00', '1.210,00'))[0]?.entries[0]?.[0]).toBe(121_000);
  });

  it('does not take the correction of a booking for a payment', () => {
    const corrected = unclosed.replace('<CHECKNUM>77', '<CORRECTFITID>202603020001\n<CORRECTACTION>REPLACE');
    const parsed = readOk(textSource('a.ofx', corrected));
    expect(parsed.statements[0]?.entries.map(({ amount }) => amount)).toEqual([121_000, 33_325]);
    expect(parsed.problems.map(({ code, params }) => [code, params['text']])).toEqual([['bank-correction', '202603020001']]);
  });

  it('does not add an amount in another currency to the account’s', () => {
    const [account] = readOk(ownSample('ofx', 'ofx-2-accounts.ofx')).statements;
    expect(account?.entries.map(({ currency }) => currency)).toEqual(['EUR', 'EUR', 'USD']);
  });
});

describe('money that goes out without a minus', () => {
  const file = (...bookings: readonly (readonly [string, string])[]): string =>
    `OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>NL13TEST0123456789</BANKACCTFROM><BANKTRANLIST>\n${bookings
      .map(([type, amount], index) => `<STMTTRN>${type === '' ? '' : `<TRNTYPE>${type}`}<DTPOSTED>20260302<TRNAMT>${amount}<FITID>${index}</STMTTRN>`)
      .join('\n')}\n</BANKTRANLIST></STMTRS></OFX>`;
  const read = (...bookings: readonly (readonly [string, string])[]) => {
    const { statements, problems } = readOk(textSource('a.ofx', file(...bookings)));
    return { amounts: statements[0]?.entries.map(({ amount }) => amount), problems: problems.map(({ code, severity, where }) => [code, severity, where?.line]) };
  };

  it.each(['DEBIT', 'DIRECTDEBIT', 'CHECK', 'CASH', 'FEE', 'SRVCHG', 'debit'])('is never taken for a receipt: %s', (type) => {
    expect(read([type, '100.00'])).toEqual({ amounts: [], problems: [['bank-sign-unclear', 'error', 4]] });
    expect(read([type, '-100.00'])).toEqual({ amounts: [-10_000], problems: [] });
  });

  it('keeps out only that booking when the file does write signs', () => {
    expect(read(['DEBIT', '-5'], ['POS', '7'], ['FEE', '1.75'], ['XFER', '9'])).toEqual({ amounts: [-500, 700, 900], problems: [['bank-sign-unclear', 'error', 6]] });
  });

  it('makes every type that goes either way uncertain when the file writes no sign at all', () => {
    expect(read(['CREDIT', '12'], ['DEBIT', '5'], ['POS', '7'], ['', '8'], ['DEP', '9'], ['OTHER', '0'])).toEqual({
      amounts: [1200, 900, 0],
      problems: [['bank-sign-unclear', 'error', 5], ['bank-sign-unclear', 'error', 6], ['bank-sign-unclear', 'error', 7]],
    });
    expect(read(['CREDIT', '12'], ['POS', '7'], ['', '8'])).toEqual({ amounts: [1200, 700, 800], problems: [] });
  });
});

describe('broken OFX', () => {
  it('that stops anywhere before its end is refused: it has no sums to check', () => {
    const end = unclosed.indexOf('</STMTRS>');
    for (let length = unclosed.indexOf('<STMTTRN>') + 10; length < end; length += 7) {
      expect(refusalCodes(textSource('a.ofx', unclosed.slice(0, length)))).toEqual(['file-truncated']);
    }
  });

  it('with a document type, endless values, or a million open tags is refused or read, never waited for', () => {
    expect(refusalCodes(textSource('a.ofx', unclosed.replace('<OFX>', '<!DOCTYPE OFX [<!ENTITY a "b">]><OFX>')))).toEqual(['xml-doctype']);
    expect(refusalCodes(textSource('a.ofx', unclosed.replace('a < b', 'x'.repeat(50_000))))).toEqual(['file-field-too-long']);
    expect(refusalCodes(textSource('a.ofx', unclosed.replace('a < b', '<'.repeat(9_000))))).toEqual([]);
    const start = performance.now();
    readOk(textSource('a.ofx', unclosed.replace('a < b', '<PAYEE>'.repeat(200_000))));
    refusalCodes(textSource('a.ofx', unclosed.replace('a < b', '<'.repeat(1_000_000))));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
