/**
 * Readers of the delimited exports of banks. This list is the only place that knows them all; a bank is added by one file with its layout
 * and one line here.
 */
import type { ParsedBankFile } from '../../../domain/bankStatement.ts';
import type { Reader } from '../reader.ts';
import { abnAmroSheet, abnAmroTab } from './csv/abnAmro.ts';
import { argenta } from './csv/argenta.ts';
import { belfius } from './csv/belfius.ts';
import { bnpFortis } from './csv/bnpFortis.ts';
import { bunq } from './csv/bunq.ts';
import { crelan } from './csv/crelan.ts';
import type { CsvLayout } from './csv/csvLayout.ts';
import { csvReader } from './csv/csvReader.ts';
import { ingBe } from './csv/ingBe.ts';
import { ingNl, ingNlSavings } from './csv/ingNl.ts';
import { kbc } from './csv/kbc.ts';
import { keytrade } from './csv/keytrade.ts';
import { knab } from './csv/knab.ts';
import { otherProductReaders } from './csv/otherProducts.ts';
import { rabobank, rabobankOld } from './csv/rabobank.ts';
import { revolut, revolutBusiness, revolutBusinessOld } from './csv/revolut.ts';
import { triodosBe, triodosNl } from './csv/triodos.ts';
import { volksbank, volksbankNamed } from './csv/volksbank.ts';

export const csvLayouts: readonly CsvLayout[] = [
  ingNl,
  ingNlSavings,
  rabobank,
  rabobankOld,
  abnAmroTab,
  abnAmroSheet,
  knab,
  bunq,
  triodosNl,
  triodosBe,
  volksbank,
  volksbankNamed,
  revolut,
  revolutBusiness,
  revolutBusinessOld,
  kbc,
  bnpFortis,
  belfius,
  ingBe,
  argenta,
  crelan,
  keytrade,
];

export const csvBankReaders: readonly Reader<ParsedBankFile>[] = [...csvLayouts.map(csvReader), ...otherProductReaders];
