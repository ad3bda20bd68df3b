/**
 * Mailboxes that belong to nobody in particular cause routing delay (requirement 33): a list of names in Dutch, French, German and English,
 * compared with the part before the `@` without separators and digits. A warning, never a block.
 */
const genericNames: ReadonlySet<string> = new Set(
  [
    'info administratie administration admin contact boekhouding boekhoudkundige compta comptabilite finance financien financieel accounting accounts',
    'facturen factuur facturatie invoice invoices billing crediteuren crediteurenadministratie payables accountspayable ap rekening rekeningen facture factures facturation',
    'office kantoor sales verkoop verkauf vente ventes inkoop einkauf achat achats purchase purchasing order orders bestelling bestellingen',
    'mail email post hello hallo bonjour welkom receptie reception secretariaat secretariat sekretariat directie direction buchhaltung rechnung rechnungen kontakt',
    'service support klantenservice customerservice algemeen general team noreply',
  ].flatMap((line) => line.split(' ')),
);

/** Whether the address is a general mailbox such as `info@` or `boekhouding@`; a person's name is not. */
export function isGenericMailbox(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 1) return false;
  const bare = address.slice(0, at).normalize('NFKD').toLowerCase().replaceAll(/[^a-z]/g, '');
  return genericNames.has(bare);
}
