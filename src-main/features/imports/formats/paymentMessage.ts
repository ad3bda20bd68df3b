/**
 * Messages of ISO 20022 that are no statements: payment orders and their answers (pain), interbank messages (pacs), and whatever else
 * comes in a `Document` of these families. They are claimed here so that they are refused by name and by nobody else.
 */
import type { ParsedBankFile } from '../../../domain/bankStatement.ts';
import { appError, type ErrorCode, type Problem } from '../../../../src-shared/errors.ts';
import { err, type Result } from '../../../../src-shared/result.ts';
import { peekXml, readXml } from '../readXml.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { sniffCamt } from './camt/readCamt.ts';

/** The bodies of the messages that other readers take. */
const statementBodies = ['BkToCstmrStmt', 'BkToCstmrAcctRpt', 'BkToCstmrDbtCdtNtfctn'] as const;

/** Payment orders, direct debits, their changes and the bank's answers to them, by the first element of the document. */
const paymentBodies: ReadonlySet<string> = new Set([
  'CstmrCdtTrfInitn',
  'CstmrDrctDbtInitn',
  'CstmrPmtStsRpt',
  'CstmrPmtRvsl',
  'FIToFICstmrCdtTrf',
  'FIToFICstmrDrctDbt',
  'FIToFIPmtStsRpt',
  'PmtRtr',
  'MndtInitnReq',
  'MndtAmdmntReq',
  'MndtCxlReq',
]);

function sniff(head: SourceHead): Confidence {
  const peek = head.text === null ? null : peekXml(head.text);
  if (peek === null || statementBodies.some((body) => sniffCamt(head, body) > 0)) return 0;
  if (paymentBodies.has(peek.firstChild ?? '')) return 95;
  return peek.root === 'Document' && /:(?:camt|pain|pacs)\.\d{3}\./.test(peek.namespace ?? '') ? 80 : 0;
}

/** Refuses, once the file proves to be XML at all. Codes: those of `readXml`, format-payment-order, bank-no-statement. */
function parse(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const file = source.name;
  let body: string | null = null;
  const failure = readXml(source, context, {
    withoutText: new Set(),
    onOpen: (name, _attributes, depth) => {
      if (depth === 1) return 'enter';
      body ??= name;
      return 'skip';
    },
    onSubtree: () => undefined,
    onClose: () => undefined,
  });
  if (failure !== null) return err([{ ...failure, severity: 'error' }]);
  const code: ErrorCode = paymentBodies.has(body ?? '') ? 'format-payment-order' : 'bank-no-statement';
  return err([{ ...appError(code, { file }, { file }), severity: 'error' }]);
}

export const paymentMessage: Reader<ParsedBankFile> = { id: 'iso20022', label: 'ISO 20022', kind: 'bank', sniff, parse };
