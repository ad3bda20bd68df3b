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
} satisfies Readonly<Record<string, ErrorText>>;
