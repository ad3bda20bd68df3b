/** What stands in the way of handing a claim over. */
export const handoverErrors = {
  'handover-party-missing': {
    what: 'Nobody has been chosen yet to take the claim over.',
    why: 'The announcement and the dossier name to whom you hand over.',
    todo: 'Add a bailiff, agency or lawyer under Settings, Handing over, and make it the standard choice for the customer’s country.',
  },
  'handover-party-unregistered': {
    what: '{{name}} cannot take this claim over.',
    why: 'Whoever collects from consumers has to be in a public register (the Netherlands: Wet kwaliteit incassodienstverlening; Belgium: FPS Economy). No registration is filled in.',
    todo: 'Fill in the registration number under Settings, Handing over, or choose a bailiff or lawyer.',
  },
} as const;
