/** The words that lists use for states and kinds of rows, in Dutch, French, English and German, compared without accents and case. */

const plainWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();

export type RowStatus = 'draft' | 'cancelled' | 'quote' | 'paid' | 'open';

/** The state of a row; anything unknown counts as open. A part payment is not paid. */
export function rowStatus(text: string): RowStatus {
  const word = plainWord(text);
  if (/^(?:draft|concept|brouillon|entwurf|klad)/.test(word)) return 'draft';
  if (/^(?:void|cancel|geannuleerd|annul|storn|verwijderd|deleted)/.test(word)) return 'cancelled';
  if (/^(?:offerte|quote|estimate|devis|angebot|pro[ -]?forma)/.test(word)) return 'quote';
  return /^(?:paid|betaald|volledig betaald|fully paid|voldaan|paye|regle|bezahlt|afgeletterd|settled)/.test(word) ? 'paid' : 'open';
}

export type RowType = 'invoice' | 'credit' | 'payment' | 'quote';

/** What a row is according to its type column. */
export function rowType(text: string): RowType {
  const word = plainWord(text);
  if (/^(?:offerte|quote|estimate|devis|angebot|pro[ -]?forma)/.test(word)) return 'quote';
  if (/^(?:payment|betaling|ontvangst|paiement|zahlung|receipt|encaissement)/.test(word)) return 'payment';
  return /credit|^nc\b|^cn\b|^cr\b|avoir|gutschrift|^c$/.test(word) ? 'credit' : 'invoice';
}

/** Whether a debit/credit column says credit: C, Cr, Credit, K(redit), H(aben). */
export const isCreditSide = (text: string): boolean => /^(?:c|k|h)/.test(plainWord(text));

/** Whether a yes/no column says yes. */
export const isYes = (text: string): boolean => /^(?:yes|y|ja|j|oui|o|true|waar|vrai|1|x)$/.test(plainWord(text));

/** Whether an account of a ledger holds what customers owe. */
export const isReceivableAccount = (text: string): boolean =>
  /receivable|debiteur|debitor|clients|handelsvorder|forderung/.test(plainWord(text));

export type TotalRow = 'grand' | 'partial';

/** A footer or a subtotal, told by its first words; null for an ordinary row. */
export function totalRow(text: string): TotalRow | null {
  const word = plainWord(text).replace(/[:.\s]+$/, '');
  if (/^(?:eindtotaal|totaal generaal|algemeen totaal|grand total|total general|gesamtsumme|totaal|total|totaux|summe)$/.test(word))
    return 'grand';
  return /^(?:sub ?totaal|sous-?total|sub-?total|zwischensumme|totaal|total|totaux|saldo|summe|solde)\b/.test(word) ? 'partial' : null;
}

/** Whether what stands above a list calls it a list of payments. */
export const isPaymentTitle = (text: string): boolean =>
  /^(?:payments?|betalingen|ontvangsten|ontvangen betalingen|paiements|encaissements|zahlungen|payments received)$/m.test(plainWord(text));

/** Normalised headers that only occur in exports with one row per line of an invoice. */
export const lineItemHeaders: ReadonlySet<string> = new Set([
  'itemname',
  'item',
  'itemdesc',
  'itemdescription',
  'itemprice',
  'quantity',
  'qty',
  'aantal',
  'artikel',
  'artikelcode',
  'artikelnummer',
  'productname',
  'product',
  'inventoryitemcode',
  'quantite',
  'menge',
  'unitprice',
  'unitamount',
  'regelnummer',
  'linenumber',
]);
