/** What stands in the way of handing a claim over. */
export const handoverErrors = {
  'handover-party-missing': {
    what: 'Personne n’a encore été choisi pour reprendre la créance.',
    why: 'L’annonce et le dossier nomment à qui vous transmettez.',
    todo: 'Ajoutez un huissier, un bureau de recouvrement ou un avocat sous Paramètres, Transmission, et faites-en le choix fixe pour le pays du client.',
  },
  'handover-party-unregistered': {
    what: '{{name}} ne peut pas reprendre cette créance.',
    why: 'Qui recouvre auprès de consommateurs doit figurer dans un registre public (Pays-Bas : Wet kwaliteit incassodienstverlening ; Belgique : SPF Économie). Aucune inscription n’est remplie.',
    todo: 'Remplissez le numéro d’inscription sous Paramètres, Transmission, ou choisissez un huissier ou un avocat.',
  },
} as const;
