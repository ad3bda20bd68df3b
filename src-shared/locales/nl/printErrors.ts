import type { ErrorText } from '../errorText.ts';

/** Printing, paper and attachments. */
export const printErrors = {
  'print-file-not-written': {
    what: 'Het afdrukbestand kon niet worden geschreven ({{reason}}).',
    why: 'Meestal is de schijf vol of mag in die map niet geschreven worden.',
    todo: 'Maak ruimte vrij of kies een andere map en druk de reeks opnieuw af; er is niets als gepost genoteerd.',
  },
  'letter-paper-unreadable': {
    what: 'Het eigen briefpapier kan niet worden gelezen.',
    why: 'Alleen een PNG- of JPEG-afbeelding die niet beschadigd is kan achter de brief staan.',
    todo: 'Kies bij Instellingen het briefpapier opnieuw, of laat het weg.',
  },
  'mail-too-large': {
    what: 'Het bericht is met bijlagen {{size}} MB; de grens staat op {{limit}} MB.',
    why: 'Veel mailservers weigeren grotere berichten, en dan komt de brief niet aan.',
    todo: 'Stuur minder kopieën mee, stuur het per post, of verhoog de grens bij Instellingen.',
  },
  'letter-paper-margins': {
    what: 'De marges van het briefpapier laten geen brief toe.',
    why: 'De tekst begint op de eerste bladzijde tussen {{topLeast}} en {{topMost}} mm, op de volgende tussen {{nextLeast}} en {{nextMost}} mm, en eindigt tussen {{bottomLeast}} en {{bottomMost}} mm van boven.',
    todo: 'Kies bij Instellingen, Briefpapier, maten binnen deze grenzen.',
  },
  'proof-type': {
    what: '{{name}} is geen pdf, PNG of JPEG, of het bestand is beschadigd.',
    why: 'Alleen zulke bestanden kunnen als bewijs bij een factuur of brief staan en meegestuurd worden.',
    todo: 'Maak er een pdf of een foto van en voeg die toe.',
  },
  'proof-too-large': {
    what: '{{name}} is groter dan {{limit}} MB of heeft meer dan {{pages}} bladzijden.',
    why: 'Een bewijs gaat mee met brieven en e-mails; een groter bestand komt vaak niet aan.',
    todo: 'Maak het bestand kleiner, of voeg alleen de bladzijden toe die het bewijzen.',
  },
  'posting-followed': {
    what: 'De post van deze brief kan niet meer worden teruggenomen.',
    why: 'Er is sindsdien een volgende stap gezet die van de postdatum uitgaat, of het bericht ging niet per post.',
    todo: 'Leg in een notitie bij de debiteur vast wat er gebeurd is, en houd de vervolgstap vast als die niet klopt.',
  },
} satisfies Readonly<Record<string, ErrorText>>;
