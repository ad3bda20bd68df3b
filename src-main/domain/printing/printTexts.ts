/** Words of the pages that are no letters, in the four languages of letters. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';

export type PrintTexts = {
  readonly pageLabel: string;
  readonly carriedForward: string;
  readonly broughtForward: string;
  readonly copy: {
    readonly stamp: string;
    readonly invoice: (number: string) => string;
    readonly creditNote: (number: string) => string;
    readonly note: string;
    readonly buyer: string;
    readonly issueDate: string;
    readonly dueDate: string;
    readonly deliveryDate: string;
    readonly orderReference: string;
    readonly buyerReference: string;
    readonly paymentReference: string;
    readonly account: string;
    readonly description: string;
    readonly quantity: string;
    readonly unitPrice: string;
    readonly vatRate: string;
    readonly amount: string;
    readonly lines: string;
    readonly withoutVat: string;
    readonly vat: (rate: string, base: string) => string;
    readonly charges: string;
    readonly rounding: string;
    readonly total: string;
    readonly paid: string;
    readonly toPay: string;
    readonly ubl: string;
  };
  readonly proof: {
    readonly title: (reference: string) => string;
    readonly message: string;
    readonly date: string;
    readonly recipient: string;
    readonly channel: string;
    readonly channels: Readonly<Record<'letter' | 'registered' | 'email', string>>;
    readonly address: string;
    readonly subject: string;
    readonly course: string;
    readonly moment: string;
    readonly event: string;
    readonly detail: string;
    readonly events: Readonly<Record<'approved' | 'printed' | 'posted' | 'accepted' | 'refused' | 'returned', string>>;
    readonly messageId: string;
    readonly fingerprint: string;
    readonly note: Readonly<Record<'letter' | 'registered' | 'email', string>>;
  };
  readonly senderList: {
    readonly title: (carrier: string, count: number) => string;
    readonly sender: string;
    readonly number: string;
    readonly barcode: string;
    readonly name: string;
    readonly street: string;
    readonly postcode: string;
    readonly city: string;
    readonly country: string;
    readonly reference: string;
    readonly received: string;
    readonly count: string;
    readonly placeAndDate: string;
    readonly signature: string;
    readonly counter: string;
  };
};

const nl: PrintTexts = {
  pageLabel: 'Pagina {page} van {pages}',
  carriedForward: 'Subtotaal, vervolg op de volgende pagina',
  broughtForward: 'Subtotaal van de vorige pagina',
  copy: {
    stamp: 'Kopie',
    invoice: (number) => `Factuur ${number}`,
    creditNote: (number) => `Creditnota ${number}`,
    note: 'Kopie, gemaakt uit de gegevens van de oorspronkelijke factuur. De opmaak verschilt van het origineel; de bedragen en gegevens zijn gelijk. Dit is geen nieuwe factuur.',
    buyer: 'Aan',
    issueDate: 'Factuurdatum',
    dueDate: 'Vervaldatum',
    deliveryDate: 'Leverdatum',
    orderReference: 'Uw order',
    buyerReference: 'Uw referentie',
    paymentReference: 'Kenmerk',
    account: 'Rekening',
    description: 'Omschrijving',
    quantity: 'Aantal',
    unitPrice: 'Prijs',
    vatRate: 'Btw',
    amount: 'Bedrag',
    lines: 'Totaal van de regels',
    withoutVat: 'Totaal zonder btw',
    vat: (rate, base) => `Btw ${rate} over ${base}`,
    charges: 'Toeslagen en kortingen',
    rounding: 'Afronding',
    total: 'Totaal',
    paid: 'Vooruit betaald',
    toPay: 'Factuurbedrag',
    ubl: 'Dezelfde factuur als UBL-bestand',
  },
  proof: {
    title: (reference) => `Verzendgegevens van ${reference}`,
    message: 'Bericht',
    date: 'Datum',
    recipient: 'Geadresseerde',
    channel: 'Verzonden per',
    channels: { letter: 'gewone post', registered: 'aangetekende post', email: 'e-mail' },
    address: 'Adres',
    subject: 'Onderwerp',
    course: 'Verloop',
    moment: 'Tijdstip',
    event: 'Gebeurtenis',
    detail: 'Bijzonderheden',
    events: {
      approved: 'Goedgekeurd',
      printed: 'Afgedrukt',
      posted: 'Op de post gedaan',
      accepted: 'Aangenomen door de mailserver',
      refused: 'Geweigerd door de mailserver',
      returned: 'Onbestelbaar teruggekomen',
    },
    messageId: 'Berichtkenmerk',
    fingerprint: 'Vingerafdruk (SHA-256)',
    note: {
      letter: 'Dit overzicht bewijst wat er is gemaakt en wanneer het op de post is gedaan. Het is geen bewijs van ontvangst.',
      registered: 'Dit overzicht bewijst wat er is gemaakt en wanneer het op de post is gedaan. Het ontvangstbewijs is dat van de postbezorger.',
      email: 'De mailserver heeft het bericht aangenomen om het te bezorgen. Dat is geen bewijs dat het is gelezen.',
    },
  },
  senderList: {
    title: (carrier, count) => `Verzendlijst aangetekend, ${carrier}: ${count} ${count === 1 ? 'stuk' : 'stukken'}`,
    sender: 'Afzender',
    number: 'Nr.',
    barcode: 'Barcode',
    name: 'Naam',
    street: 'Straat en nummer',
    postcode: 'Postcode',
    city: 'Plaats',
    country: 'Land',
    reference: 'Kenmerk',
    received: 'Voor ontvangst aan het loket',
    count: 'Aantal stukken',
    placeAndDate: 'Plaats en datum',
    signature: 'Handtekening',
    counter: 'Stempel van het loket',
  },
};

const fr: PrintTexts = {
  pageLabel: 'Page {page} sur {pages}',
  carriedForward: 'Sous-total, suite à la page suivante',
  broughtForward: 'Sous-total de la page précédente',
  copy: {
    stamp: 'Copie',
    invoice: (number) => `Facture ${number}`,
    creditNote: (number) => `Note de crédit ${number}`,
    note: 'Copie établie à partir des données de la facture d’origine. La présentation diffère de l’original ; les montants et les données sont identiques. Ceci n’est pas une nouvelle facture.',
    buyer: 'À',
    issueDate: 'Date de facture',
    dueDate: 'Échéance',
    deliveryDate: 'Date de livraison',
    orderReference: 'Votre commande',
    buyerReference: 'Votre référence',
    paymentReference: 'Communication',
    account: 'Compte',
    description: 'Description',
    quantity: 'Quantité',
    unitPrice: 'Prix',
    vatRate: 'TVA',
    amount: 'Montant',
    lines: 'Total des lignes',
    withoutVat: 'Total hors TVA',
    vat: (rate, base) => `TVA ${rate} sur ${base}`,
    charges: 'Suppléments et remises',
    rounding: 'Arrondi',
    total: 'Total',
    paid: 'Payé d’avance',
    toPay: 'Montant de la facture',
    ubl: 'La même facture en fichier UBL',
  },
  proof: {
    title: (reference) => `Données d’envoi de ${reference}`,
    message: 'Message',
    date: 'Date',
    recipient: 'Destinataire',
    channel: 'Envoyé par',
    channels: { letter: 'courrier ordinaire', registered: 'courrier recommandé', email: 'courriel' },
    address: 'Adresse',
    subject: 'Objet',
    course: 'Déroulement',
    moment: 'Moment',
    event: 'Événement',
    detail: 'Détails',
    events: {
      approved: 'Approuvé',
      printed: 'Imprimé',
      posted: 'Posté',
      accepted: 'Accepté par le serveur de messagerie',
      refused: 'Refusé par le serveur de messagerie',
      returned: 'Revenu non distribué',
    },
    messageId: 'Identifiant du message',
    fingerprint: 'Empreinte (SHA-256)',
    note: {
      letter: 'Ce relevé prouve ce qui a été établi et quand cela a été posté. Il ne prouve pas la réception.',
      registered: 'Ce relevé prouve ce qui a été établi et quand cela a été posté. L’accusé de réception est celui de l’opérateur postal.',
      email: 'Le serveur de messagerie a accepté le message en vue de sa remise. Cela ne prouve pas qu’il a été lu.',
    },
  },
  senderList: {
    title: (carrier, count) => `Liste d’envoi recommandé, ${carrier} : ${count} ${count === 1 ? 'pli' : 'plis'}`,
    sender: 'Expéditeur',
    number: 'N°',
    barcode: 'Code-barres',
    name: 'Nom',
    street: 'Rue et numéro',
    postcode: 'Code postal',
    city: 'Localité',
    country: 'Pays',
    reference: 'Référence',
    received: 'Reçu au guichet',
    count: 'Nombre de plis',
    placeAndDate: 'Lieu et date',
    signature: 'Signature',
    counter: 'Cachet du guichet',
  },
};

const en: PrintTexts = {
  pageLabel: 'Page {page} of {pages}',
  carriedForward: 'Subtotal, continued on the next page',
  broughtForward: 'Subtotal from the previous page',
  copy: {
    stamp: 'Copy',
    invoice: (number) => `Invoice ${number}`,
    creditNote: (number) => `Credit note ${number}`,
    note: 'A copy made from the data of the original invoice. Its layout differs from the original; amounts and details are the same. This is not a new invoice.',
    buyer: 'To',
    issueDate: 'Invoice date',
    dueDate: 'Due date',
    deliveryDate: 'Delivery date',
    orderReference: 'Your order',
    buyerReference: 'Your reference',
    paymentReference: 'Reference',
    account: 'Account',
    description: 'Description',
    quantity: 'Quantity',
    unitPrice: 'Price',
    vatRate: 'VAT',
    amount: 'Amount',
    lines: 'Total of the lines',
    withoutVat: 'Total without VAT',
    vat: (rate, base) => `VAT ${rate} on ${base}`,
    charges: 'Charges and discounts',
    rounding: 'Rounding',
    total: 'Total',
    paid: 'Paid in advance',
    toPay: 'Invoice amount',
    ubl: 'The same invoice as a UBL file',
  },
  proof: {
    title: (reference) => `Sending record of ${reference}`,
    message: 'Message',
    date: 'Date',
    recipient: 'Addressee',
    channel: 'Sent by',
    channels: { letter: 'ordinary post', registered: 'registered post', email: 'e-mail' },
    address: 'Address',
    subject: 'Subject',
    course: 'Course',
    moment: 'Time',
    event: 'Event',
    detail: 'Details',
    events: {
      approved: 'Approved',
      printed: 'Printed',
      posted: 'Posted',
      accepted: 'Accepted by the mail server',
      refused: 'Refused by the mail server',
      returned: 'Came back undelivered',
    },
    messageId: 'Message identifier',
    fingerprint: 'Fingerprint (SHA-256)',
    note: {
      letter: 'This record proves what was made and when it was posted. It is no proof of receipt.',
      registered: 'This record proves what was made and when it was posted. The proof of receipt is that of the postal carrier.',
      email: 'The mail server accepted the message for delivery. That is no proof that it was read.',
    },
  },
  senderList: {
    title: (carrier, count) => `Registered post, ${carrier}: ${count} ${count === 1 ? 'item' : 'items'}`,
    sender: 'Sender',
    number: 'No.',
    barcode: 'Barcode',
    name: 'Name',
    street: 'Street and number',
    postcode: 'Postcode',
    city: 'Town',
    country: 'Country',
    reference: 'Reference',
    received: 'Received at the counter',
    count: 'Number of items',
    placeAndDate: 'Place and date',
    signature: 'Signature',
    counter: 'Stamp of the counter',
  },
};

const de: PrintTexts = {
  pageLabel: 'Seite {page} von {pages}',
  carriedForward: 'Zwischensumme, Fortsetzung auf der nächsten Seite',
  broughtForward: 'Zwischensumme der vorigen Seite',
  copy: {
    stamp: 'Kopie',
    invoice: (number) => `Rechnung ${number}`,
    creditNote: (number) => `Gutschrift ${number}`,
    note: 'Kopie aus den Daten der ursprünglichen Rechnung. Die Gestaltung weicht vom Original ab; Beträge und Angaben sind gleich. Dies ist keine neue Rechnung.',
    buyer: 'An',
    issueDate: 'Rechnungsdatum',
    dueDate: 'Fälligkeit',
    deliveryDate: 'Lieferdatum',
    orderReference: 'Ihre Bestellung',
    buyerReference: 'Ihre Referenz',
    paymentReference: 'Verwendungszweck',
    account: 'Konto',
    description: 'Beschreibung',
    quantity: 'Menge',
    unitPrice: 'Preis',
    vatRate: 'MwSt.',
    amount: 'Betrag',
    lines: 'Summe der Zeilen',
    withoutVat: 'Summe ohne MwSt.',
    vat: (rate, base) => `MwSt. ${rate} auf ${base}`,
    charges: 'Zuschläge und Nachlässe',
    rounding: 'Rundung',
    total: 'Gesamt',
    paid: 'Im Voraus bezahlt',
    toPay: 'Rechnungsbetrag',
    ubl: 'Dieselbe Rechnung als UBL-Datei',
  },
  proof: {
    title: (reference) => `Versanddaten zu ${reference}`,
    message: 'Nachricht',
    date: 'Datum',
    recipient: 'Empfänger',
    channel: 'Versendet per',
    channels: { letter: 'gewöhnlicher Post', registered: 'Einschreiben', email: 'E-Mail' },
    address: 'Anschrift',
    subject: 'Betreff',
    course: 'Verlauf',
    moment: 'Zeitpunkt',
    event: 'Ereignis',
    detail: 'Einzelheiten',
    events: {
      approved: 'Freigegeben',
      printed: 'Gedruckt',
      posted: 'Zur Post gegeben',
      accepted: 'Vom Mailserver angenommen',
      refused: 'Vom Mailserver abgelehnt',
      returned: 'Als unzustellbar zurückgekommen',
    },
    messageId: 'Kennung der Nachricht',
    fingerprint: 'Fingerabdruck (SHA-256)',
    note: {
      letter: 'Diese Übersicht belegt, was erstellt und wann es zur Post gegeben wurde. Sie ist kein Nachweis des Zugangs.',
      registered: 'Diese Übersicht belegt, was erstellt und wann es zur Post gegeben wurde. Der Zugangsnachweis ist der des Zustellers.',
      email: 'Der Mailserver hat die Nachricht zur Zustellung angenommen. Das ist kein Nachweis, dass sie gelesen wurde.',
    },
  },
  senderList: {
    title: (carrier, count) => `Einschreiben, ${carrier}: ${count} ${count === 1 ? 'Sendung' : 'Sendungen'}`,
    sender: 'Absender',
    number: 'Nr.',
    barcode: 'Barcode',
    name: 'Name',
    street: 'Straße und Nummer',
    postcode: 'Postleitzahl',
    city: 'Ort',
    country: 'Land',
    reference: 'Zeichen',
    received: 'Am Schalter angenommen',
    count: 'Zahl der Sendungen',
    placeAndDate: 'Ort und Datum',
    signature: 'Unterschrift',
    counter: 'Stempel des Schalters',
  },
};

const all: Readonly<Record<LetterLanguage, PrintTexts>> = { nl, fr, en, de };
export const printTextsIn = (language: LetterLanguage): PrintTexts => all[language];
