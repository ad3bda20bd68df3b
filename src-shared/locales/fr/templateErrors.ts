import type { ErrorText } from '../errorText.ts';

/** What there is to say about letters that may not be sent as they are, and about templates. */
export const templateErrors = {
  'letter-amount-differs': {
    what: 'Un montant de la lettre ne découle pas de son calcul ({{what}}).',
    why: 'Intérêts, frais et paiements doivent correspondre au centime près aux lignes du calcul.',
    todo: 'Recalculez la créance, puis refaites la lettre.',
  },
  'letter-charges-too-early': {
    what: 'Ni intérêts ni frais ne peuvent encore être demandés à ce consommateur.',
    why: 'Le délai de la lettre gratuite n’est pas écoulé, ou elle n’a pas été envoyée (NL : lettre de quatorze jours ; BE : premier rappel).',
    todo: 'Envoyez d’abord la lettre gratuite, ou attendez la fin de son délai.',
  },
  'letter-clause-missing': {
    what: 'Aucune clause des conditions ne fonde cette indemnité ou ces intérêts.',
    why: 'Un consommateur ne les doit que selon une clause acceptée avant le contrat (art. XIX.4 CDE).',
    todo: 'Indiquez l’article des conditions, ou omettez l’indemnité et les intérêts.',
  },
  'letter-amount-above-cap': {
    what: 'Les frais demandés dépassent ce que la loi permet envers un consommateur.',
    why: 'Les Pays-Bas ont un barème fixe, la Belgique une limite par tranche du solde ; rien de plus n’est permis, même par un tiers.',
    todo: 'Ramenez les frais à la limite de la loi.',
  },
  'letter-other-law': {
    what: 'Cette lettre n’existe que dans le droit d’un autre pays.',
    why: 'La lettre de quatorze jours relève du droit néerlandais ; en Belgique, c’est le premier rappel gratuit.',
    todo: 'Choisissez la lettre du pays du client.',
  },
  'letter-default-missing': {
    what: 'Le client n’est pas encore en défaut.',
    why: 'Une lettre de quatorze jours ne compte que si le défaut avait déjà commencé (art. 6:96, alinéa 6, du Code civil néerlandais).',
    todo: 'Envoyez d’abord une mise en demeure, ou attendez la fin du délai convenu.',
  },
  'letter-default-not-agreed': {
    what: 'Le client n’est pas encore en défaut pour la facture {{number}}.',
    why: 'Un consommateur n’est de plein droit en défaut que si le délai de paiement a été convenu ; un délai qui figure seulement sur la facture n’est pas assez sûr (art. 6:83 BW). La lettre de quatorze jours ne compte qu’après le défaut.',
    todo: 'Le délai a-t-il été convenu, par exemple dans vos conditions ? Indiquez-le chez le client ou dans les paramètres. Sinon, envoyez d’abord une mise en demeure.',
  },
  'letter-one-by-one': {
    what: 'Vous approuvez cette lettre séparément.',
    why: 'Une lettre formelle a des conséquences pour vous et votre client ; elle ne part pas avec les autres messages sans être vue.',
    todo: 'Ouvrez la lettre, lisez-la et approuvez-la à cet endroit.',
  },
  'letter-instalments-differ': {
    what: 'Les versements ne correspondent pas à la somme du plan, ou leurs dates ne conviennent pas.',
    why: 'Un plan paie exactement la somme reconnue, par des versements successifs.',
    todo: 'Corrigez les montants ou les dates des versements.',
  },
  'letter-term-void': {
    what: 'Le délai de cette lettre de quatorze jours n’est pas valable.',
    why: 'Seule la formule approuvée compte ; une date ou « à partir d’aujourd’hui » rend la lettre nulle (Hoge Raad, 25 novembre 2016).',
    todo: 'Rétablissez notre formule et omettez dates et autres délais.',
  },
  'letter-language-mixed': {
    what: 'Le texte de la lettre n’est pas dans la langue du client.',
    why: 'Une lettre est entièrement dans la langue du client ; seuls les termes juridiques fixes restent en néerlandais.',
    todo: 'Traduisez votre texte, ou choisissez une autre langue pour le client.',
  },
  'template-other-reader': {
    what: 'Ce modèle appartient à une autre lettre ou à un autre lecteur.',
    why: 'Type, langue, pays et genre de client du modèle et de la lettre doivent concorder ; la loi varie selon le lecteur.',
    todo: 'Choisissez le modèle qui convient à ce client.',
  },
  'template-field-unknown': {
    what: 'Le champ « {{field}} » n’existe pas ou ne peut être rempli.',
    why: 'Seuls les champs de la liste sont remplacés par des données.',
    todo: 'Choisissez un champ de la liste, ou tapez le texte.',
  },
  'template-field-elsewhere': {
    what: 'Le champ « {{field}} » ne convient pas à ce type de lettre.',
    why: 'Cette lettre ne connaît pas cette donnée et laisserait un vide.',
    todo: 'Choisissez un champ de la liste de cette lettre.',
  },
  'template-marks-unbalanced': {
    what: 'Une marque de gras ou de champ n’est pas fermée dans le texte.',
    why: 'Le gras se met entre doubles astérisques, un champ entre doubles accolades.',
    todo: 'Complétez la paire de marques, ou supprimez-la.',
  },
  'template-amount-missing': {
    what: 'Le modèle n’indique pas le montant.',
    why: 'Le client doit voir tout de suite combien il doit payer.',
    todo: 'Remettez le bloc de paiement ou le champ « montant ».',
  },
  'template-invoices-missing': {
    what: 'Le modèle n’indique pas les factures.',
    why: 'Sans numéros de facture, le client ne sait pas de quoi il s’agit.',
    todo: 'Remettez la liste des factures.',
  },
  'template-due-dates-missing': {
    what: 'Le modèle n’indique pas les échéances.',
    why: 'L’échéance montre que le délai est écoulé, aussi devant un juge.',
    todo: 'Remettez la liste des factures avec leurs échéances.',
  },
  'template-pay-by-missing': {
    what: 'Le modèle n’indique pas jusqu’à quand le client peut payer.',
    why: 'Une demande sans date ni délai n’engage à rien.',
    todo: 'Remettez la phrase avec la date ou le délai.',
  },
  'template-payment-missing': {
    what: 'Le modèle n’indique pas comment payer.',
    why: 'Le bloc de paiement porte IBAN, nom, communication et code QR.',
    todo: 'Remettez le bloc de paiement.',
  },
  'template-next-step-missing': {
    what: 'Le modèle n’indique pas la prochaine étape.',
    why: 'Sans elle, le client ne sait pas ce qui se passe s’il ne fait rien.',
    todo: 'Remettez le paragraphe de la prochaine étape.',
  },
  'template-contact-missing': {
    what: 'Le modèle n’indique pas à qui s’adresser.',
    why: 'Chaque lettre offre une voie pour une question, une erreur ou un plan.',
    todo: 'Remettez le paragraphe avec les coordonnées.',
  },
  'template-consequence-missing': {
    what: 'Le modèle n’indique aucune conséquence.',
    why: 'Dès le deuxième rappel, une lettre dit ce qui suit sans paiement : intérêts, frais ou transmission.',
    todo: 'Indiquez dans la prochaine étape ce qui se passera.',
  },
  'template-legal-changed': {
    what: 'Un texte juridique a été modifié alors qu’il est verrouillé.',
    why: 'La loi ou un juge attend ces mots ; un autre texte peut nuire à la créance.',
    todo: 'Rétablissez notre texte, ou déverrouillez le modèle sciemment.',
  },
  'template-legal-unlocked': {
    what: 'Un texte juridique diffère du nôtre.',
    why: 'Le modèle est déverrouillé ; la conformité de vos mots ne peut être vérifiée.',
    todo: 'Faites vérifier le texte par un juriste, ou rétablissez le nôtre.',
  },
  'template-legal-missing': {
    what: 'Un texte juridique exigé par la loi manque.',
    why: 'Sans lui, la lettre n’a pas l’effet que la loi lui donne.',
    todo: 'Remettez le texte juridique.',
  },
  'template-piece-twice': {
    what: 'Un élément figure deux fois dans le modèle.',
    why: 'Ce qui figure deux fois peut se contredire plus tard.',
    todo: 'Supprimez l’un des deux.',
  },
  'template-text-too-long': {
    what: 'Un texte du modèle dépasse {{limit, number}} caractères.',
    why: 'La lettre ne tient alors plus sur une ou deux pages.',
    todo: 'Raccourcissez le texte.',
  },
  'template-text-empty': {
    what: 'Un texte du modèle est vide.',
    why: 'Un élément vide ne dit rien et laisse un trou.',
    todo: 'Tapez un texte, rétablissez le nôtre ou supprimez l’élément.',
  },
  'template-tone': {
    what: '« {{phrase}} » n’est pas efficace dans une lettre.',
    why: 'Les mots vagues, d’excuse ou de menace ne mènent pas au paiement et nuisent ensuite à votre position.',
    todo: 'Écrivez plutôt : {{better}}.',
  },
  'template-charges-asked': {
    what: '« {{phrase}} » ne peut pas figurer dans cette lettre.',
    why: 'Cette lettre est gratuite : elle ne peut ni demander ni annoncer des frais, des intérêts ou un montant que vous avez tapé. Envers un consommateur, elle perdrait son effet.',
    todo: 'Retirez ces mots, ou mettez-les dans une lettre suivante.',
  },
  'template-second-term': {
    what: '« {{phrase}} » est un autre délai que celui de la loi.',
    why: 'Cette lettre ne contient qu’un seul délai, dans les termes de la loi ; un second délai ou une date la rend nulle.',
    todo: 'Retirez le délai ou la date.',
  },
  'template-order': {
    what: 'Les parties sont dans un ordre que cette lettre n’admet pas.',
    why: 'La salutation vient en premier et la formule finale en dernier ; ce qui renvoie à autre chose ou que la loi prescrit garde sa place.',
    todo: 'Déplacez la partie, ou revenez à notre texte.',
  },
  'template-block-required': {
    what: 'Il manque une partie qui figure dans chaque lettre de ce type.',
    why: 'Sans cette partie, la lettre n’est pas complète.',
    todo: 'Remettez cette partie.',
  },
} as const satisfies Record<string, ErrorText>;
