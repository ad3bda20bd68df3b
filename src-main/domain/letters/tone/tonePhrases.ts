/**
 * Phrases that do not get an invoice paid, and harm the file when it is read in court: vague and pleading, apologetic, threatening. One list
 * a language, each with what to write instead, in that language. Patterns have no nested repetition.
 */
import type { LetterLanguage } from '../../../../src-shared/letter.ts';
import type { ToneFlaw } from '../../../../src-shared/letterTemplate.ts';

/** `pattern` is matched without regard to case, at the beginning of a word. */
export type TonePhrase = { readonly flaw: ToneFlaw; readonly pattern: string; readonly better: string };

const dutch: readonly TonePhrase[] = [
  { flaw: 'vague', pattern: 'zou(?:dt|den)? (?:u|je|jullie) (?:alstublieft |aub |misschien |eens |even |ook )?(?:willen|kunnen)(?: \\p{L}+)?', better: 'Betaal uiterlijk op …' },
  { flaw: 'vague', pattern: 'zou(?:dt|den)? (?:u|je|jullie) zo (?:vriendelijk|goed) willen zijn', better: 'Wij verzoeken u …' },
  { flaw: 'vague', pattern: '(?:we|wij) hopen(?: dat u \\p{L}+ \\p{L}+| dat)?', better: 'Wij ontvangen het bedrag graag uiterlijk op …' },
  { flaw: 'vague', pattern: '(?:hopelijk|alstublieft|a\\.u\\.b\\.|aub)', better: 'Wij ontvangen het bedrag graag uiterlijk op …' },
  { flaw: 'vague', pattern: '(?:zo (?:snel|spoedig) mogelijk|z\\.s\\.m\\.|zsm|per omgaande|een dezer dagen|spoedig|met spoed)', better: 'uiterlijk op (datum)' },
  { flaw: 'vague', pattern: '(?:mocht het u schikken|als het u (?:schikt|uitkomt)|wanneer het u (?:schikt|uitkomt)|als u tijd hebt)', better: 'uiterlijk op (datum)' },
  { flaw: 'vague', pattern: '(?:we|wij) (?:zouden|willen) u (?:graag |vriendelijk |even )?(?:willen )?(?:vragen|verzoeken)', better: 'Wij verzoeken u …' },
  { flaw: 'vague', pattern: '(?:een )?(?:klein|kort|vriendelijk)e? (?:berichtje|verzoekje|verzoek|seintje|geheugensteuntje|herinnering|vraagje)', better: 'herinnering' },
  { flaw: 'vague', pattern: '(?:we|wij) (?:gaan ervan uit|vertrouwen erop|rekenen erop) dat', better: 'Betaal uiterlijk op …' },
  { flaw: 'vague', pattern: '(?:het lijkt erop dat|misschien (?:bent|hebt|heeft) u|u bent (?:het )?vast vergeten)', better: 'Volgens onze administratie …' },
  { flaw: 'vague', pattern: 'mogen (?:wij|we) (?:u|je|jullie)(?: \\p{L}+)? (?:verzoeken|vragen|herinneren)', better: 'Wij verzoeken u …' },
  { flaw: 'vague', pattern: '(?:(?:vriendelijk|beleefd) (?:te )?(?:verzoeken|vragen)|(?:verzoeken|vragen) (?:wij |we )?(?:u|je|jullie) (?:vriendelijk|beleefd))', better: 'Wij verzoeken u …' },
  { flaw: 'vague', pattern: '(?:(?:misschien|wellicht) (?:kunt|wilt|kan|wil) (?:u|je|jullie)|(?:kunt|wilt) (?:u|je|jullie) (?:misschien|wellicht))', better: 'Betaal uiterlijk op …' },
  { flaw: 'vague', pattern: '(?:op korte termijn|(?:binnenkort|weldra|snel) (?:te |kunt |wilt )?(?:betalen|betaalt|voldoen|voldoet|over te maken|overmaken|overmaakt))', better: 'uiterlijk op (datum)' },
  { flaw: 'apologetic', pattern: '(?:sorry|helaas|het spijt ons|(?:onze )?excuses|excuseer\\p{L}*|verontschuldig\\p{L}*|tot onze spijt)', better: 'laat deze woorden weg' },
  { flaw: 'apologetic', pattern: '(?:we|wij) (?:vinden het vervelend|willen u niet (?:lastigvallen|storen)|storen u)', better: 'laat deze woorden weg' },
  { flaw: 'apologetic', pattern: '(?:(?:het )?ongemak|lastig(?: te )?vallen|vervelend om (?:u )?te vragen)', better: 'laat deze woorden weg' },
  { flaw: 'threatening', pattern: 'laatste (?:waarschuwing|kans)', better: 'aanmaning' },
  { flaw: 'threatening', pattern: '(?:(?:zien|zijn|voelen) (?:wij |we )?(?:ons )?(?:genoodzaakt|gedwongen)|genoodzaakt|gedwongen)', better: 'Zonder betaling, bericht of afspraak volgt op (datum) …' },
  { flaw: 'threatening', pattern: '(?:u riskeert|wie niet betaalt|of anders|zonder pardon|onverbiddelijk|zonder verdere aankondiging)', better: 'Zonder betaling, bericht of afspraak volgt op (datum) …' },
  { flaw: 'threatening', pattern: '(?:(?:gerechts)?deurwaarder|beslag|loonbeslag|zwarte lijst|wanbetaler|oplichter|rechtsmaatregelen|faillissement)\\p{L}*', better: 'noem de volgende stap met datum, zonder dreiging' },
  { flaw: 'threatening', pattern: 'u weigert', better: 'Het bedrag is nog niet voldaan.' },
];

const french: readonly TonePhrase[] = [
  { flaw: 'vague', pattern: '(?:pourriez|voudriez)-vous(?: s.il vous plaît| éventuellement| peut-être)?', better: 'Merci de payer au plus tard le …' },
  { flaw: 'vague', pattern: '(?:auriez-vous|ayez) l.(?:amabilité|obligeance)', better: 'Merci de payer au plus tard le …' },
  { flaw: 'vague', pattern: '(?:nous (?:espérons|osons espérer)(?: que)?|s.il vous plaît)', better: 'Merci de payer au plus tard le …' },
  { flaw: 'vague', pattern: '(?:dès que possible|dans les meilleurs délais|au plus vite|le plus vite possible|sans tarder|sous peu|rapidement)', better: 'au plus tard le (date)' },
  { flaw: 'vague', pattern: '(?:si cela vous (?:convient|arrange)|quand (?:cela|ça) vous arrange|à votre convenance)', better: 'au plus tard le (date)' },
  { flaw: 'vague', pattern: 'nous (?:voudrions|souhaiterions|aimerions) vous (?:demander|prier)', better: 'Nous vous demandons de …' },
  { flaw: 'vague', pattern: '(?:un )?(?:petit|gentil|simple) (?:rappel|message|mot)', better: 'rappel' },
  { flaw: 'vague', pattern: '(?:nous comptons sur vous|nous vous faisons confiance|il semble(?:rait)? que|peut-être avez-vous)', better: 'Selon notre comptabilité …' },
  { flaw: 'vague', pattern: '(?:pouvons-nous|puis-je|nous nous permettons de|permettez-nous de) vous (?:demander|prier|rappeler)(?: aimablement| gentiment| de bien vouloir)?', better: 'Nous vous demandons de …' },
  { flaw: 'vague', pattern: 'vous (?:demandons|prions) (?:aimablement|gentiment|de bien vouloir)', better: 'Nous vous demandons de …' },
  { flaw: 'vague', pattern: '(?:peut-être (?:pouvez|voulez|pourriez)-vous|peut-être que vous (?:pouvez|pourrez|pourriez)|(?:pouvez|voulez|pourriez)-vous peut-être)', better: 'Merci de payer au plus tard le …' },
  { flaw: 'vague', pattern: '(?:(?:payer|payez|régler|réglez|verser|versez) (?:bientôt|prochainement|d.ici peu)|(?:bientôt|prochainement) (?:payer|régler|verser))', better: 'au plus tard le (date)' },
  { flaw: 'apologetic', pattern: '(?:désolée?s?|navrée?s?|malheureusement|nous regrettons|veuillez nous excuser|(?:nos )?excuses|(?:de )?nous excuser|pardon)', better: 'omettez ces mots' },
  { flaw: 'apologetic', pattern: '(?:vous (?:déranger|importuner)|pour le dérangement|ce désagrément)', better: 'omettez ces mots' },
  { flaw: 'threatening', pattern: '(?:dernier avertissement|dernière chance|ultime avertissement)', better: 'rappel formel' },
  { flaw: 'threatening', pattern: '(?:(?:serons|sommes|voyons) (?:contraints|obligés|forcés)|contraints|à défaut de quoi|sans autre avis|faute de quoi)', better: 'Sans paiement, réponse ni accord, … le (date)' },
  { flaw: 'threatening', pattern: '(?:vous risquez|liste noire|mauvais payeur|huissiers?(?: de justice)?|saisies?|poursuites immédiates|escroc|faillite)', better: 'indiquez la prochaine étape et sa date, sans menace' },
  { flaw: 'threatening', pattern: 'vous refusez', better: 'La somme n’est pas encore payée.' },
];

const english: readonly TonePhrase[] = [
  { flaw: 'vague', pattern: '(?:could|would) you (?:please|possibly|perhaps|maybe|mind|kindly|be so kind)', better: 'Please pay by …' },
  { flaw: 'vague', pattern: 'we (?:hope|trust|assume)(?: that)?', better: 'Please pay by …' },
  { flaw: 'vague', pattern: '(?:as soon as (?:possible|you can)|asap|at your earliest convenience|in due course|promptly|shortly)', better: 'by (date)' },
  { flaw: 'vague', pattern: '(?:when(?:ever)? (?:it is )?convenient|if (?:it is )?convenient|when you have time)', better: 'by (date)' },
  { flaw: 'vague', pattern: 'we (?:would|should) like to (?:ask|request|remind)', better: 'We ask you to …' },
  { flaw: 'vague', pattern: '(?:just )?(?:a )?(?:quick|friendly|gentle|small|little) (?:reminder|note|request|nudge)', better: 'reminder' },
  { flaw: 'vague', pattern: '(?:kindly|it seems that|it appears that|you may have forgotten)', better: 'According to our records …' },
  { flaw: 'vague', pattern: '(?:may|might|can) (?:we|i) (?:kindly |politely |respectfully |just )?(?:ask|request|remind)(?: you)?', better: 'We ask you to …' },
  { flaw: 'vague', pattern: '(?:(?:perhaps|maybe|possibly) you (?:can|could|might|would)|can you (?:perhaps|maybe|please))', better: 'Please pay by …' },
  { flaw: 'vague', pattern: '(?:in the near future|pay (?:\\p{L}+ ){0,3}(?:soon|before long)|soon pay)', better: 'by (date)' },
  { flaw: 'apologetic', pattern: '(?:sorry|unfortunately|we regret|apologi[sz]\\p{L}*|excuse us|we are afraid|i am afraid)', better: 'leave these words out' },
  { flaw: 'apologetic', pattern: '(?:(?:to )?bother you|disturb you|any inconvenience|the inconvenience)', better: 'leave these words out' },
  { flaw: 'threatening', pattern: '(?:final warning|last warning|last chance)', better: 'demand for payment' },
  { flaw: 'threatening', pattern: '(?:(?:will be|are|feel) (?:forced|compelled|obliged) to|or else|no (?:other )?choice|without further notice)', better: 'Without payment, reply or agreement, … on (date)' },
  { flaw: 'threatening', pattern: '(?:you risk|blacklist\\p{L}*|bad payer|seiz(?:e|ure)|immediate legal action|bailiffs?|enforcement (?:agent|officer)s?|bankruptcy|fraud)', better: 'name the next step with its date, without a threat' },
  { flaw: 'threatening', pattern: 'you refuse', better: 'The amount has not been paid yet.' },
];

const german: readonly TonePhrase[] = [
  { flaw: 'vague', pattern: '(?:könnten|würden) Sie(?: bitte| vielleicht| eventuell| so freundlich sein)?', better: 'Bitte zahlen Sie bis …' },
  { flaw: 'vague', pattern: 'wir (?:hoffen|vertrauen darauf|gehen davon aus)(?:, dass)?', better: 'Bitte zahlen Sie bis …' },
  { flaw: 'vague', pattern: '(?:baldmöglichst|schnellstmöglich|so (?:bald|schnell) wie möglich|umgehend|zeitnah|in Kürze|demnächst)', better: 'bis (Datum)' },
  { flaw: 'vague', pattern: '(?:wenn es Ihnen passt|falls es Ihnen möglich ist|bei Gelegenheit)', better: 'bis (Datum)' },
  { flaw: 'vague', pattern: 'wir (?:möchten|würden) Sie (?:gerne? |höflich |freundlich )?(?:bitten|erinnern)', better: 'Wir bitten Sie, …' },
  { flaw: 'vague', pattern: '(?:eine )?(?:kleine|freundliche|kurze) (?:Erinnerung|Bitte|Nachricht)', better: 'Erinnerung' },
  { flaw: 'vague', pattern: '(?:es scheint, dass|offenbar haben Sie|sicher haben Sie|vielleicht haben Sie)', better: 'Nach unseren Unterlagen …' },
  { flaw: 'vague', pattern: '(?:dürfen|darf|können) (?:wir|ich) Sie(?: (?:freundlich|höflich|herzlich))?(?: darum)? (?:bitten|ersuchen|erinnern)', better: 'Wir bitten Sie, …' },
  { flaw: 'vague', pattern: '(?:bitten|ersuchen) (?:wir )?Sie (?:freundlich|höflich|herzlich)', better: 'Wir bitten Sie, …' },
  { flaw: 'vague', pattern: '(?:(?:vielleicht|womöglich) (?:können|könnten|möchten) Sie|können Sie (?:vielleicht|womöglich))', better: 'Bitte zahlen Sie bis …' },
  { flaw: 'vague', pattern: '(?:in nächster Zeit|bald (?:zu )?(?:zahlen|bezahlen|begleichen|überweisen)|(?:zahlen|bezahlen) Sie bald)', better: 'bis (Datum)' },
  { flaw: 'apologetic', pattern: '(?:leider|es tut uns leid|wir bedauern|entschuldig\\p{L}*|verzeih\\p{L}*|(?:um )?Entschuldigung)', better: 'lassen Sie diese Wörter weg' },
  { flaw: 'apologetic', pattern: '(?:Sie (?:zu )?(?:stören|belästigen)|(?:die )?Unannehmlichkeit\\p{L}*)', better: 'lassen Sie diese Wörter weg' },
  { flaw: 'threatening', pattern: 'letzte (?:Warnung|Chance|Gelegenheit)', better: 'Mahnung' },
  { flaw: 'threatening', pattern: '(?:gezwungen|genötigt|andernfalls|ohne weitere (?:Ankündigung|Vorwarnung))', better: 'Ohne Zahlung, Antwort oder Vereinbarung folgt am (Datum) …' },
  { flaw: 'threatening', pattern: '(?:Sie riskieren|schwarze Liste|Pfändung|Zwangsvollstreckung|Gerichtsvollzieher|säumiger Zahler|Betrug|Insolvenz)\\p{L}*', better: 'nennen Sie den nächsten Schritt mit Datum, ohne Drohung' },
  { flaw: 'threatening', pattern: 'Sie weigern sich', better: 'Der Betrag ist noch nicht bezahlt.' },
];

export const tonePhrases: Readonly<Record<LetterLanguage, readonly TonePhrase[]>> = { nl: dutch, fr: french, en: english, de: german };

/** What to write instead of capitals and exclamation marks. */
export const plainWriting: Readonly<Record<LetterLanguage, string>> = {
  nl: 'gewone letters en een punt',
  fr: 'des minuscules et un point',
  en: 'small letters and a full stop',
  de: 'normale Schreibung und ein Punkt',
};
