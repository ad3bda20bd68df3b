/** The public invoice samples with what is known about each, as far as the tests read it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sharedPath } from '../sharedFiles.ts';

const identifier = z.object({ scheme: z.string().nullable(), value: z.string() }).nullable();
const text = z.string().nullable();

const expectedDocument = z.object({
  type: z.string(),
  typeCode: text,
  number: z.string(),
  issueDate: z.string(),
  dueDate: text,
  dueDateSource: text,
  textDueDate: z.string().optional(),
  currency: z.string(),
  payable: z.string(),
  prepaid: text,
  receivableEffect: z.string(),
  customerName: z.string(),
  customerTradeName: text,
  customerVat: text,
  customerLegalId: identifier,
  customerEndpoint: identifier,
  iban: text,
  ibanValid: z.boolean().nullable(),
  ibans: z.array(z.string()),
  accountsAsWritten: z.array(z.string()),
  paymentReference: text,
  paymentMeansCodes: z.array(z.string()),
  billingReferences: z.array(z.string()),
  orderReference: text,
  buyerReference: text,
  paymentTermsText: z.array(z.string()),
  deliveryDate: text,
  sellerName: z.string(),
  sellerVat: text,
  attachments: z.array(z.object({ filename: text, mime: text, bytes: z.number(), startsWithPdf: z.boolean() })),
  customizationId: text,
  split: z.array(z.object({ account: z.string(), role: z.string(), amount: z.string() })).optional(),
});
export type ExpectedDocument = z.infer<typeof expectedDocument>;

const entry = z.object({ file: z.string(), format: z.string(), expected: z.looseObject({ type: z.string() }) });
export type SampleEntry = z.infer<typeof entry>;

export const invoiceSamples = (): readonly SampleEntry[] =>
  z.array(entry).parse(JSON.parse(readFileSync(sharedPath('invoices/fixtures/INDEX.json'), 'utf8')));

export const readInvoiceSample = (file: string): { name: string; bytes: Uint8Array } => ({
  name: file,
  bytes: new Uint8Array(readFileSync(sharedPath(`invoices/fixtures/${file}`))),
});

export const expectedOf = (sample: SampleEntry): ExpectedDocument => expectedDocument.parse(sample.expected);
export const isUblInvoice = (sample: SampleEntry): boolean =>
  sample.file.endsWith('.xml') && !/CII|XAF|Invoice Response/.test(sample.format) && 'payable' in sample.expected;
