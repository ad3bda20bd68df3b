/**
 * Letters as the PDF writer gets them, written out by hand after the pages of the design (invented companies, example IBANs): one of every
 * part that a letter can have. The writer is tested on these alone; what the text of a letter says is tested elsewhere.
 */
import { plainDate } from '../../src-shared/dates.ts';
import type { LetterBlock, LetterModel, LetterPayment, LetterRun, LetterTable, ParagraphRole } from '../../src-shared/letter.ts';
import { cents } from '../../src-shared/money.ts';

/** `**bold**` marks bold text; `~` is a blank that never breaks. */
export const runs = (text: string): readonly LetterRun[] =>
  text
    .replaceAll('~', '\u00a0')
    .split('**')
    .map((part, index) => ({ text: part, bold: index % 2 === 1 }))
    .filter((run) => run.text !== '');
export const paragraph = (text: string, role: ParagraphRole = 'note'): LetterBlock => ({ kind: 'paragraph', role, runs: runs(text) });

type ColumnPlan = readonly [head: string, width: number, align?: 'left'];
export const table = (columns: readonly ColumnPlan[], rows: readonly (readonly string[])[], total: LetterTable['total']): LetterTable => ({
  columns: columns.map(([head, width, align]) => ({ head, width, align: align ?? 'right' })),
  rows: rows.map((cells) => ({ cells, runningTotal: '' })),
  total,
  carriedForward: '',
  broughtForward: '',
});
const noTotal = { label: '', value: '' };

export const payment = (amount: string, euros: string, reference: string, deadline: string): LetterPayment => ({
  amountLabel: 'Bedrag',
  amount: amount.replaceAll('~', '\u00a0'),
  rows: [
    { label: 'IBAN', value: 'NL91\u00a0ABNA\u00a00417\u00a01643\u00a000' },
    { label: 'Ten name van', value: 'Veenpluis Installatietechniek B.V.' },
    { label: 'Omschrijving', value: reference },
    { label: 'Uiterlijk', value: deadline },
  ],
  caption: 'Scan met een bank-app die de Europese betaal-QR leest',
  epcText: ['BCD', '002', '1', 'SCT', '', 'Veenpluis Installatietechniek B.V.', 'NL91ABNA0417164300', `EUR${euros}`, '', '', reference].join('\n'),
  alternative: `QR-code: ${amount} aan Veenpluis Installatietechniek B.V.`,
});

export const demand: LetterModel = {
  language: 'nl',
  languageTag: 'nl-NL',
  title: 'Aanmaning A-2026-0064',
  date: plainDate('2026-11-20'),
  letterhead: {
    name: 'Veenpluis Installatietechniek B.V.',
    activity: 'Verwarming, koeling en elektra',
    contactLines: ['Turfstekerspad 18', '8441 ZX\u00a0\u00a0Heerenveen', '0513 01 23 45', 'www.veenpluis.example'],
    monogram: 'V',
    accent: '#17565a',
    logo: '',
  },
  window: { side: 'left', offset: { x: 0, y: 0 } },
  address: ['Hotel-Restaurant De Vlasbrug B.V.', 't.a.v. de heer P. Hoekstra', 'Vlasbrugweg 31', '8701\u00a0ZW\u00a0\u00a0BOLSWARD'],
  references: [
    { label: 'Datum', value: '20 november 2026' },
    { label: 'Klantnummer', value: '10391' },
    { label: 'Ons kenmerk', value: 'A-2026-0064' },
    { label: 'Behandeld door', value: 'Sanne Wiersma' },
  ],
  subject: 'Aanmaning: facturen 2026-0288 en 2026-0301',
  salutation: 'Geachte heer Hoekstra,',
  blocks: [
    paragraph(
      'Op 14~oktober en 2~november~2026 hebben wij u herinnerd aan de facturen hieronder. De afgesproken betaaltermijn van 30~dagen is verstreken; daarom berekenen wij nu de wettelijke handelsrente en de wettelijke minimumvergoeding voor incassokosten.',
      'opening',
    ),
    {
      kind: 'table',
      table: table(
        [['Factuur', 21, 'left'], ['Vervaldatum', 19, 'left'], ['Bedrag', 16], ['Ontvangen', 18], ['Open', 17], ['Rente vanaf', 21], ['Dagen', 11], ['Per dag', 12], ['Rente', 15]],
        [
          ['2026-0288', '27-09-2026', '4.235,00', '−1.500,00', '2.735,00', '28-09-2026', '54', '0,78', '42,08'],
          ['2026-0301', '11-10-2026', '2.178,00', '', '2.178,00', '12-10-2026', '40', '0,62', '24,82'],
        ],
        noTotal,
      ),
    },
    {
      kind: 'sums',
      note: 'Rente: art.\u00a06:119a BW, 10,40% per jaar (sinds 1\u00a0juli 2026), vanaf de dag na de vervaldatum, 365\u00a0dagen per jaar. Kosten: art.\u00a06:96 lid\u00a04 BW, eenmaal voor deze brief. De betaling is verwerkt op factuur 2026-0288, zoals u had vermeld.',
      rows: [
        { label: 'Hoofdsom van de facturen', value: '6.413,00', weight: 'plain' },
        { label: 'Wettelijke handelsrente 10,40% tot en met vandaag', value: '66,90', weight: 'plain' },
        { label: 'Vergoeding incassokosten (wettelijk minimum)', value: '40,00', weight: 'plain' },
        { label: 'Totaal', value: '6.519,90', weight: 'sum' },
        { label: 'Ontvangen op 24 september 2026', value: '−1.500,00', weight: 'plain' },
        { label: 'Te betalen', value: '€\u00a05.019,90', weight: 'total' },
      ],
    },
    paragraph('Wij verzoeken u **€~5.019,90** te betalen, uiterlijk op **vrijdag 27~november~2026**. Daarmee is alles voldaan. Daarna komt er €~1,40 rente per dag bij, gerekend vanaf 21~november~2026.', 'request'),
    { kind: 'payment', payment: payment('€~5.019,90', '5019.90', '2026-0288, 2026-0301', '27 november 2026') },
    paragraph('**Niet eens met een factuur, of een regeling nodig?** Bel 0513~01~23~45 of mail debiteuren@veenpluis.example. Wij behandelen uw bericht eerst en wachten zo lang.', 'options'),
    paragraph(
      '**Volgende stap.** Zonder betaling, bericht of afspraak stellen wij u op 30~november~2026 in gebreke. Geven wij de vordering daarna uit handen, dan worden de incassokosten €~616,30 (wettelijke staffel over €~4.913,00) in plaats van €~40,00. Wij behouden ons ondubbelzinnig ons recht op nakoming voor.',
      'nextStep',
    ),
  ],
  closing: { greeting: 'Met vriendelijke groet,', name: 'Sanne Wiersma', role: 'debiteurenadministratie', enclosures: '', isSigned: true },
  annex: null,
  footer: [
    ['Veenpluis Installatietechniek B.V.', 'Turfstekerspad 18, 8441 ZX Heerenveen'],
    ['KvK 99000214', 'btw NL999000214B01', 'debiteuren@veenpluis.example'],
  ],
  pageLabel: 'Pagina {page} van {pages}',
  runningHead: { left: 'Veenpluis Installatietechniek B.V.', right: 'Aanmaning A-2026-0064, 20 november 2026' },
  claim: { cents: cents(501_990), reference: '2026-0288 2026-0301', payBy: plainDate('2026-11-27') },
};

const periods = [['Van', 25, 'left'], ['Tot en met', 25, 'left'], ['Dagen', 15], ['Rente over', 29], ['Rente per jaar', 28], ['Rente', 28]] as const;

/** Letter 04: the sums on page 1, the calculation on page 2. */
export const notice: LetterModel = {
  ...demand,
  title: 'Ingebrekestelling I-2026-0012',
  address: ['Drukkerij Waterkring B.V.', 't.a.v. mevrouw R. Terpstra, directeur', 'Persweg 112', '8913\u00a0ZT\u00a0\u00a0LEEUWARDEN'],
  subject: 'Ingebrekestelling: facturen 2026-0198 en 2026-0231',
  salutation: 'Geachte mevrouw Terpstra,',
  blocks: [
    paragraph('Voor de facturen hieronder is een betaaltermijn van 30~dagen afgesproken. Die termijn is verstreken. Wij schreven u op 21~juli, 4~augustus en 24~augustus~2026 en ontvingen op 15~september~2026 een betaling van €~2.500,00. De rest staat nog open.', 'opening'),
    paragraph('Voor zover u niet al in verzuim bent, **stellen wij u hierbij in gebreke**. U hebt nog tot en met **vrijdag 4~december~2026** de tijd om **€~7.964,28** te betalen; daarna bent u in elk geval in verzuim.', 'request'),
    {
      kind: 'amounts',
      head: { label: 'Specificatie per 20 november 2026', value: 'Bedrag' },
      rows: [
        { label: 'Factuur 2026-0198 van 13 mei 2026, vervallen op 12 juni 2026', value: '6.655,00', isTotal: false },
        { label: 'Factuur 2026-0231 van 19 juni 2026, vervallen op 19 juli 2026', value: '3.388,00', isTotal: false },
        { label: 'Wettelijke handelsrente tot en met vandaag (berekening op pagina 2)', value: '381,28', isTotal: false },
        { label: 'Vergoeding incassokosten, wettelijk minimum (art. 6:96 lid 4 BW)', value: '40,00', isTotal: false },
        { label: 'Totaal', value: '10.464,28', isTotal: false, isSum: true },
        { label: 'Ontvangen op 15 september 2026', value: '−2.500,00', isTotal: false },
        { label: 'Te betalen', value: '€\u00a07.964,28', isTotal: true },
      ],
    },
    paragraph('Daarmee is alles voldaan. Betaalt u later, dan komt er €~2,21 rente per dag bij, gerekend vanaf 21~november~2026.'),
    { kind: 'payment', payment: payment('€~7.964,28', '7964.28', '2026-0198, 2026-0231', '4 december 2026') },
    paragraph('**Betwist u de vordering, of wilt u een regeling voorstellen?** Laat ons dat vóór 4~december schriftelijk en met de reden weten; wij behandelen uw bericht eerst.', 'options'),
    paragraph('**Volgende stap.** Zonder betaling, bericht of afspraak geven wij de vordering op 7~december~2026 uit handen. Wij maken dan aanspraak op de incassokosten volgens de wettelijke staffel: €~763,12 over een hoofdsom van €~7.762,32; de al betaalde €~40,00 gaat daarvan af. Wij behouden ons ondubbelzinnig ons recht op nakoming voor, met rente en kosten.', 'nextStep'),
  ],
  closing: { greeting: 'Hoogachtend,', name: 'Hidde Oosterveld', role: 'directeur', enclosures: '', isSigned: true },
  annexes: [
    {
      title: 'Bijlage: berekening van rente en openstaand bedrag',
      blocks: [
        { kind: 'heading', text: 'Factuur 2026-0198, € 6.655,00, vervallen op 12 juni 2026' },
        {
          kind: 'table',
          table: table(periods, [['13-06-2026', '30-06-2026', '18', '6.655,00', '10,15%', '33,31'], ['01-07-2026', '15-09-2026', '77', '6.655,00', '10,40%', '146,01']], { label: 'Rente tot de betaling', value: '179,32' }),
        },
        {
          kind: 'table',
          table: table([['Betaling van 15 september 2026, in mindering gebracht volgens art. 6:44 BW', 120, 'left'], ['Bedrag', 30]], [['1. Incassokosten', '40,00'], ['2. Verschenen rente', '179,32'], ['3. Hoofdsom', '2.280,68']], { label: 'Ontvangen', value: '2.500,00' }),
        },
        { kind: 'table', table: table(periods, [['16-09-2026', '20-11-2026', '66', '4.374,32', '10,40%', '82,26']], { label: 'Openstaande rente', value: '82,26' }) },
        { kind: 'heading', text: 'Factuur 2026-0231, € 3.388,00, vervallen op 19 juli 2026' },
        { kind: 'table', table: table(periods, [['20-07-2026', '20-11-2026', '124', '3.388,00', '10,40%', '119,70']], { label: 'Openstaande rente', value: '119,70' }) },
        { kind: 'heading', text: 'Openstaand per 20 november 2026' },
        {
          kind: 'table',
          table: table([['', 52, 'left'], ['Hoofdsom', 33], ['Rente', 32], ['Samen', 33]], [['Factuur 2026-0198', '4.374,32', '82,26', '4.456,58'], ['Factuur 2026-0231', '3.388,00', '119,70', '3.507,70']], {
            label: 'Te betalen',
            cells: ['', '7.762,32', '201,96'],
            value: '€\u00a07.964,28',
          }),
        },
        { kind: 'heading', text: 'Zo is gerekend' },
        {
          kind: 'list',
          items: [
            runs('De wettelijke handelsrente (art.~6:119a BW) loopt vanaf de dag na de vervaldatum tot en met de dag van betaling. Tarief: 10,15% per jaar tot en met 30~juni~2026, 10,40% vanaf 1~juli~2026.'),
            runs('Per periode: bedrag × rente per jaar × dagen ÷ 365, afgerond op hele centen. Er is geen jaar vol, dus rente over rente is niet berekend.'),
            runs('De betaling vermeldde factuur 2026-0198 en is daarop verwerkt. De vergoeding van €~40,00 is eenmaal berekend en uit deze betaling voldaan.'),
            runs('Vanaf 21~november~2026: (€~4.374,32 + €~3.388,00) × 10,40% ÷ 365 = €~2,21 rente per dag.'),
          ],
        },
      ],
    },
  ],
  claim: { ...demand.claim, cents: cents(796_428), reference: '2026-0198 2026-0231' },
};

/** Letter 07: a statement, without salutation and signature. */
export const statement: LetterModel = {
  ...demand,
  title: 'Rekeningoverzicht 10277-2026-11',
  address: ['Stichting Beheer en Exploitatie Sportpark', 'De Lange Akker en Omstreken', 't.a.v. de penningmeester', 'Sportlaan 3 bis', '8401\u00a0ZR\u00a0\u00a0GORREDIJK'],
  subject: 'Rekeningoverzicht per 20 november 2026',
  salutation: '',
  blocks: [
    paragraph('Hieronder vindt u de stand van uw rekening. Betalingen die tot en met 19~november~2026 op onze rekening zijn bijgeschreven, zijn verwerkt. Wilt u het overzicht vergelijken met uw eigen administratie en ons verschillen melden?', 'opening'),
    {
      kind: 'table',
      table: table(
        [['Document', 35, 'left'], ['Datum', 21, 'left'], ['Vervaldatum', 19, 'left'], ['Dagen te laat', 17], ['Bedrag', 19], ['Voldaan', 18], ['Open', 21]],
        [
          ['Factuur 2026-0243', '10-07-2026', '09-08-2026', '103', '1.452,00', '−952,00', '500,00'],
          ['Factuur 2026-0279', '14-08-2026', '13-09-2026', '68', '2.420,00', '', '2.420,00'],
          ['Creditnota C2026-014', '18-09-2026', '–', '', '−242,00', '', '−242,00'],
          ['Factuur 2026-0427', '13-11-2026', '13-12-2026', '', '968,00', '', '968,00'],
        ],
        { label: 'Saldo', value: '€\u00a03.646,00' },
      ),
    },
    { kind: 'heading', text: 'Naar ouderdom, in dagen na de vervaldatum' },
    {
      kind: 'table',
      table: table([['Niet vervallen', 21], ['1–30 dagen', 21], ['31–60 dagen', 21], ['61–90 dagen', 21], ['Meer dan 90', 21], ['Creditnota', 21], ['Saldo', 24]], [['968,00', '0,00', '0,00', '2.420,00', '500,00', '−242,00', '€\u00a03.646,00']], noTotal),
    },
    paragraph('**Ontvangen sinds het vorige overzicht van 20~oktober~2026:** €~952,00 op 2~november~2026, verwerkt op factuur 2026-0243.'),
    { kind: 'payment', payment: payment('€~3.646,00', '3646.00', 'RF56 1027 7202 6112 0', 'nu') },
    paragraph('**Volgende stap.** Dit overzicht is ter informatie en vervangt geen herinnering; het vervallen deel is nu te betalen. Het volgende overzicht ontvangt u op 18~december~2026.', 'nextStep'),
  ],
  closing: { greeting: '', name: '', role: '', enclosures: '' },
};

/** Letter 08: a payment plan with two signatures. */
export const agreement: LetterModel = {
  ...statement,
  title: 'Betalingsregeling R-2026-0014',
  address: ['Timmerbedrijf Van der Spaan', 't.a.v. de heer D. van der Spaan', 'Zaagmolenhof 4', '8501\u00a0ZN\u00a0\u00a0JOURE'],
  subject: 'Betalingsregeling R-2026-0014: €\u00a03.511,42 in vijf termijnen',
  blocks: [
    paragraph('Deze regeling geldt tussen **Veenpluis Installatietechniek B.V.** (KvK~99000214), hierna Veenpluis, en de heer **D.~van~der~Spaan**, handelend onder de naam Timmerbedrijf Van der Spaan (KvK~99000677), hierna de klant. De regeling is op 18~november~2026 besproken.', 'opening'),
    { kind: 'heading', text: '1.\u00a0\u00a0Openstaand bedrag' },
    paragraph('Factuur 2026-0212, €~2.299,00, vervallen op 26~juli~2026, en factuur 2026-0254, €~1.212,42, vervallen op 16~augustus~2026: samen **€~3.511,42**. De klant erkent dit bedrag verschuldigd te zijn.'),
    { kind: 'heading', text: '2.\u00a0\u00a0Termijnen' },
    {
      kind: 'instalments',
      table: table(
        [['Termijn', 21, 'left'], ['Uiterlijk op de rekening', 41, 'left'], ['Bedrag', 23], ['Daarna open', 23]],
        [
          ['1 van 5', 'dinsdag 15 december 2026', '702,28', '2.809,14'],
          ['2 van 5', 'vrijdag 15 januari 2027', '702,28', '2.106,86'],
          ['3 van 5', 'maandag 15 februari 2027', '702,28', '1.404,58'],
          ['4 van 5', 'maandag 15 maart 2027', '702,28', '702,30'],
          ['5 van 5', 'donderdag 15 april 2027', '702,30', '0,00'],
        ],
        { label: 'Totaal', cells: ['', '', '3.511,42'], value: '' },
      ),
      code: {
        title: 'Termijn 1: €\u00a0702,28',
        caption: 'Scan met een bank-app die de Europese betaal-QR leest',
        epcText: payment('', '702.28', 'R-2026-0014 1', '').epcText,
        alternative: 'QR-code van termijn 1',
      },
    },
    {
      kind: 'facts',
      rows: [
        { label: 'Betalen op', runs: runs('**NL91~ABNA~0417~1643~00** ten name van **Veenpluis Installatietechniek B.V.**') },
        { label: 'Omschrijving', runs: runs('**R-2026-0014** en het nummer van de termijn') },
      ],
    },
    { kind: 'heading', text: '3.\u00a0\u00a0Afspraken' },
    {
      kind: 'list',
      items: [
        runs('Eerder of meer betalen mag altijd; het bedrag gaat van de laatste termijn af.'),
        runs('Zolang de termijnen op tijd worden betaald, stuurt Veenpluis geen aanmaningen en berekent Veenpluis over de looptijd geen rente en geen kosten.'),
        runs('Lukt een termijn niet? Bel dan vóór de genoemde datum: 0513~01~23~45. Eén keer kan een termijn in overleg verschuiven.'),
        runs('Is een termijn niet op tijd betaald, dan bericht Veenpluis dat schriftelijk. Is die termijn zeven dagen na het bericht nog niet betaald, dan eindigt de regeling en is het restant direct opeisbaar, met de wettelijke handelsrente vanaf de oorspronkelijke vervaldata.'),
        runs('De regeling gaat in als beide partijen uiterlijk op 4~december~2026 hebben ondertekend; tot die dag blijven herinneringen uit. Stuur een ondertekend exemplaar terug, een scan naar debiteuren@veenpluis.example volstaat. Veenpluis behoudt zich ondubbelzinnig het recht op nakoming voor.'),
      ],
    },
    {
      kind: 'signatures',
      parties: [{ name: 'Veenpluis Installatietechniek B.V.', role: 'H. Oosterveld, directeur' }, { name: 'Timmerbedrijf Van der Spaan', role: 'D. van der Spaan' }],
      placeAndDate: 'Plaats en datum',
      signature: 'Handtekening',
    },
  ],
};

/** The same demand for a Belgian window. */
export const belgianDemand: LetterModel = {
  ...demand,
  languageTag: 'nl-BE',
  window: { side: 'right', offset: { x: 0, y: 0 } },
  letterhead: { ...demand.letterhead, contactLines: ['Rossolislaan 24, 1070 Anderlecht', '02 012 34 56', 'klanten@zonnedauw.example'] },
};

export const everyModel: readonly (readonly [string, LetterModel])[] = [
  ['demand', demand],
  ['notice of default with its calculation', notice],
  ['statement', statement],
  ['payment plan', agreement],
  ['Belgian demand', belgianDemand],
];
