import type { InvoiceErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';

/** The codes of invoice files and lists of open items; part of `errors`. */
export const invoiceErrors = {
  'invoice-response-message': {
    what: 'Ceci est un message de statut d’un acheteur, pas une facture.',
    why: 'Peppol renvoie de tels messages : reçu, rejeté ou payé.',
    todo: 'Choisissez le fichier UBL de la facture elle-même.',
  },
  'invoice-attached-document': {
    what: 'Ceci est une enveloppe UBL qui contient un document.',
    why: 'La facture y est emballée sous forme de texte et n’est pas lue ainsi.',
    todo: 'Exportez la facture elle-même en UBL.',
  },
  'invoice-cii': {
    what: 'Ceci est une facture au format CII (ZUGFeRD, Factur-X ou XRechnung).',
    why: 'Ce format n’est pas encore lu.',
    todo: 'Exportez la facture en UBL, ou utilisez une liste de postes ouverts.',
  },
  'invoice-audit-file': {
    what: 'Ceci est un fichier d’audit (XAF) d’une comptabilité.',
    why: 'Ce format n’est pas encore lu.',
    todo: 'Exportez les factures en UBL, ou une liste de postes ouverts en CSV ou Excel.',
  },
  'invoice-other-document': {
    what: 'Ce fichier n’est pas une facture mais un autre document ({{root}}).',
    why: 'Seules les factures et les notes de crédit créent un poste ouvert.',
    todo: 'Choisissez le fichier de la facture ou de la note de crédit.',
  },
  'invoice-html-table': {
    what: 'Ceci est une page web ou un tableau XML portant le nom d’un fichier Excel.',
    why: 'Certains logiciels donnent à un tel fichier l’extension .xls.',
    todo: 'Ouvrez-le dans Excel et enregistrez-le en .xlsx ou .csv.',
  },
  'invoice-pdf': {
    what: 'Ceci est un PDF.',
    why: 'Les montants et les dates ne sont pas devinés à partir d’un PDF.',
    todo: 'Exportez la facture en UBL, ou utilisez une liste de postes ouverts en CSV ou Excel.',
  },
  'invoice-old-workbook': {
    what: 'Ceci est un ancien fichier Excel (.xls).',
    why: 'Ce format n’est pas lu.',
    todo: 'Ouvrez le fichier dans Excel et enregistrez-le en .xlsx ou .csv.',
  },
  'invoice-xml-unknown': {
    what: 'Ce fichier XML n’est ni une facture ni une note de crédit.',
    why: 'Il commence par « {{root}} », qui n’est pas un format de facture connu.',
    todo: 'Choisissez le fichier UBL de la facture.',
  },
  'invoice-number-missing': {
    what: 'Il n’y a pas de numéro de facture.',
    why: 'Sans numéro, la facture ne peut être ni retrouvée ni payée.',
    todo: 'Ajoutez le numéro dans la comptabilité et refaites l’export.',
  },
  'invoice-amount-missing': {
    what: 'Il n’y a pas de montant à payer.',
    why: 'Le fichier est incomplet ou a une autre structure.',
    todo: 'Exportez à nouveau la facture.',
  },
  'invoice-amount-unreadable': {
    what: 'Le montant « {{text}} » est illisible.',
    why: 'Ce n’est pas un nombre ordinaire.',
    todo: 'Corrigez le montant à la source et refaites l’export.',
  },
  'invoice-amount-rounded': {
    what: 'Le montant « {{text}} » a été arrondi à {{amount}}.',
    why: 'Il a plus de deux décimales.',
    todo: 'Vérifiez que le montant arrondi est correct.',
  },
  'invoice-date-missing': {
    what: 'Il n’y a ni date de facture ni date d’échéance.',
    why: 'Sans date, on ne peut pas dire quand il faut payer.',
    todo: 'Ajoutez la date à la source et refaites l’export.',
  },
  'invoice-date-unreadable': {
    what: 'La date « {{text}} » est illisible.',
    why: 'Le jour n’existe pas ou est écrit autrement que dans ce type de fichier.',
    todo: 'Vérifiez la date à la source.',
  },
  'invoice-totals-differ': {
    what: 'Le montant à payer {{payable}} n’est pas le total moins l’acompte ({{reckoned}}).',
    why: 'La source a calculé les montants autrement.',
    todo: 'Vérifiez le montant ; {{payable}} est utilisé.',
  },
  'invoice-customer-missing': {
    what: '{{number}} n’indique pas de client.',
    why: 'La source n’a pas donné le client.',
    todo: 'Choisissez le client lors de l’import.',
  },
  'invoice-currency-missing': {
    what: 'Il n’y a pas de devise.',
    why: 'Beaucoup de listes n’indiquent pas la devise.',
    todo: 'Vérifiez que les montants sont en euros.',
  },
  'invoice-issue-date-missing': {
    what: '{{number}} n’a pas de date de facture.',
    why: 'La source ne donne que la date d’échéance.',
    todo: 'Ajoutez la date de facture si vous en avez besoin.',
  },
  'invoice-due-date-missing': {
    what: '{{number}} n’a pas de date d’échéance.',
    why: 'La source n’indique ni date ni délai.',
    todo: 'Le délai de paiement du client est utilisé ; vérifiez-le.',
  },
  'invoice-due-before-issue': {
    what: 'Pour {{number}}, l’échéance {{dueDate}} précède la date de facture {{issueDate}}.',
    why: 'Le jour et le mois sont peut-être inversés.',
    todo: 'Vérifiez les dates avant d’importer.',
  },
  'invoice-due-date-from-text': {
    what: 'L’échéance {{dueDate}} de {{number}} vient du texte sur le paiement.',
    why: 'Le fichier n’indique pas la date séparément.',
    todo: 'Vérifiez la date d’échéance.',
  },
  'invoice-due-sooner-than-terms': {
    what: '{{number}} échoit le jour de la facture {{dueDate}}, mais le texte indique {{textDueDate}}.',
    why: 'La source n’a sans doute pas rempli l’échéance.',
    todo: 'Modifiez l’échéance si le délai du texte s’applique.',
  },
  'invoice-account-invalid': {
    what: 'Le compte « {{account}} » sur {{number}} n’est pas un IBAN valide.',
    why: 'Il a été mal recopié ou c’est un autre type de numéro.',
    todo: 'Ce numéro n’est pas utilisé pour le paiement.',
  },
  'invoice-vat-invalid': {
    what: 'Le numéro de TVA « {{vat}} » du client sur {{number}} est incorrect.',
    why: 'Le chiffre de contrôle ou la forme ne convient pas.',
    todo: 'Corrigez le numéro du client.',
  },
  'invoice-legal-id-invalid': {
    what: 'Le numéro d’entreprise « {{legalId}} » du client sur {{number}} est incorrect.',
    why: 'Il n’a pas la longueur ou le chiffre de contrôle requis.',
    todo: 'Corrigez le numéro du client.',
  },
  'invoice-attachment-too-large': {
    what: 'La pièce jointe « {{name}} » est trop volumineuse et n’est pas reprise.',
    why: 'Une limite s’applique aux pièces jointes d’un fichier de facture.',
    todo: 'Ajoutez vous-même la pièce jointe si nécessaire.',
  },
  'invoice-duplicate-in-file': {
    what: '{{number}} figure plus d’une fois dans le fichier.',
    why: 'L’export a répété une ligne ou réuni deux comptabilités.',
    todo: 'Vérifiez qu’il s’agit bien d’une seule facture.',
  },
  'invoice-amount-hundredfold': {
    what: '{{number}} est bien plus élevé que les autres factures : {{amount}}.',
    why: 'Le point et la virgule sont peut-être inversés, ce qui multiplie le montant par cent.',
    todo: 'Comparez le montant avec la facture avant d’importer.',
  },
  'table-no-header': {
    what: 'Aucune ligne avec des noms de colonnes n’a été trouvée.',
    why: 'Les vingt premières lignes ne contiennent pas de noms connus comme numéro de facture, client ou montant.',
    todo: 'Exportez la liste avec les noms de colonnes, ou indiquez vous-même les colonnes.',
  },
  'table-no-rows': {
    what: 'La liste ne contient aucune ligne.',
    why: 'Rien sous les noms de colonnes n’est une facture.',
    todo: 'Vérifiez la période ou le filtre de l’export.',
  },
  'table-too-large': {
    what: 'La liste compte trop de lignes ou de colonnes.',
    why: 'Au plus {{limit}} sont lues.',
    todo: 'Exportez une période plus courte ou moins de colonnes.',
  },
  'table-customer-column-missing': {
    what: 'Aucune colonne avec le client n’a été trouvée dans la liste.',
    why: 'Le nom de la colonne est inconnu ou la colonne manque.',
    todo: 'Indiquez la colonne avec le nom ou le numéro du client.',
  },
  'table-number-column-missing': {
    what: 'Aucune colonne avec le numéro de facture n’a été trouvée dans la liste.',
    why: 'Le nom de la colonne est inconnu ou la colonne manque.',
    todo: 'Indiquez la colonne avec le numéro de facture.',
  },
  'table-amount-column-missing': {
    what: 'Aucune colonne avec un montant n’a été trouvée dans la liste.',
    why: 'Le nom de la colonne est inconnu ou la colonne manque.',
    todo: 'Indiquez la colonne avec le solde ouvert ou le total.',
  },
  'table-date-column-missing': {
    what: 'Aucune colonne avec une date n’a été trouvée dans la liste.',
    why: 'Le nom de la colonne est inconnu ou la colonne manque.',
    todo: 'Indiquez la colonne avec la date de facture ou d’échéance.',
  },
  'table-due-date-column-missing': {
    what: 'La liste n’a pas de colonne avec les échéances.',
    why: 'Tous les exports ne la contiennent pas.',
    todo: 'Le délai de paiement du client est utilisé ; vérifiez-le.',
  },
  'table-number-repaired': {
    what: 'Le numéro d’entreprise {{text}} a été complété en {{repaired}}.',
    why: 'Un tableur supprime les zéros en tête.',
    todo: 'Vérifiez le numéro du client.',
  },
  'table-ageing-only': {
    what: 'Ceci est une balance âgée avec seulement des totaux par client.',
    why: 'Sans numéros de facture, on ne sait pas quelle facture est ouverte.',
    todo: 'Exportez la liste des postes ouverts par facture.',
  },
  'table-payment-list': {
    what: 'Ceci est une liste de paiements, pas une liste de factures.',
    why: 'Elle contient des montants et des dates de réception, mais ni solde ouvert ni échéance.',
    todo: 'Exportez les factures ouvertes ; les encaissements viennent du fichier bancaire.',
  },
  'table-date-order-unclear': {
    what: 'La colonne « {{column}} » ne montre pas si le jour ou le mois vient d’abord.',
    why: 'Toutes les dates du fichier conviennent aux deux ordres.',
    todo: 'Choisissez l’ordre ; le jour est lu en premier pour l’instant.',
  },
  'table-decimal-unclear': {
    what: 'La colonne « {{column}} » ne montre pas si le point ou la virgule sépare les milliers.',
    why: 'Tous les montants ont exactement trois chiffres après le signe.',
    todo: 'Vérifiez les montants dans l’aperçu.',
  },
  'table-number-damaged': {
    what: 'Le numéro de facture « {{text}} » a été abîmé par un tableur.',
    why: 'Excel transforme les longs numéros en nombre avec E.',
    todo: 'Refaites l’export sans ouvrir d’abord le fichier dans Excel.',
  },
  'table-quote-unclosed': {
    what: 'Un guillemet n’est pas fermé.',
    why: 'On ne voit donc pas où une colonne se termine.',
    todo: 'Refaites l’export sans modifier le fichier.',
  },
  'table-row-without-number': {
    what: 'Cette ligne a un montant mais pas de numéro de facture.',
    why: 'La ligne est un sous-total ou est incomplète.',
    todo: 'Vérifiez la ligne ; elle n’est pas reprise.',
  },
  'table-cell-date': {
    what: '« {{text}} » dans la colonne « {{column}} » n’est pas une date.',
    why: 'La cellule est écrite autrement que le reste de la colonne.',
    todo: 'Corrigez la cellule ; la ligne n’est pas reprise.',
  },
  'table-cell-amount': {
    what: '« {{text}} » dans la colonne « {{column}} » n’est pas un montant.',
    why: 'La cellule est écrite autrement que le reste de la colonne.',
    todo: 'Corrigez la cellule ; la ligne n’est pas reprise.',
  },
  'table-sum-differs': {
    what: 'Les lignes totalisent {{sum}}, mais la liste indique {{stated}}.',
    why: 'Il manque des lignes, ou un montant ou un signe a été lu autrement.',
    todo: 'Comparez l’aperçu avec la liste avant d’importer.',
  },
  'table-mapping-outdated': {
    what: 'Les colonnes de ce fichier diffèrent de la dernière fois.',
    why: 'L’export a d’autres colonnes ou un autre ordre.',
    todo: 'Vérifiez les colonnes proposées.',
  },
  'table-column-uncertain': {
    what: 'La colonne « {{column}} » a été choisie sur un nom qui peut avoir plusieurs sens.',
    why: 'Le nom seul ne suffit pas, et il s’agit d’argent ou d’une date.',
    todo: 'Confirmez le choix une fois ; il sera retenu.',
  },
  'table-amounts-differ': {
    what: 'Pour {{number}}, le total moins le payé n’est pas le solde ouvert.',
    why: 'La liste traite autrement les abandons ou compensations.',
    todo: 'Le solde ouvert de la liste est utilisé.',
  },
  'table-workbook-unreadable': {
    what: 'Le fichier Excel est illisible.',
    why: 'Il est abîmé, protégé par un mot de passe ou n’est pas un classeur.',
    todo: 'Ouvrez-le dans Excel et enregistrez-le à nouveau en .xlsx, sans mot de passe.',
  },
} as const satisfies Readonly<Record<InvoiceErrorCode, ErrorText>>;
