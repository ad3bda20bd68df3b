/** Letters that a person sends of his own accord, outside every ladder: they ask nothing new and set no term. */
export const correspondenceKinds = ['account-statement', 'receipt-confirmation', 'payment-thanks', 'crossed-apology'] as const;
export type CorrespondenceKind = (typeof correspondenceKinds)[number];

export const isCorrespondence = (step: string): step is CorrespondenceKind => correspondenceKinds.some((kind) => kind === step);
