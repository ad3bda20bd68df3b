/** Colours for letters, each of another kind and dark enough for white letters. */
export const accentProposals = ['#0b5a5e', '#1f4e8c', '#5b3a8e', '#8c2f39', '#8a4b08', '#2f6b2f', '#1b1f22'] as const;
