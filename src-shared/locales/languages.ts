/** The languages of the interface. Letters and mails know German as well; that is the customer's language, not this one. */
export const languages = ['nl', 'en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself, for the language choice. */
export const languageNames = { nl: 'Nederlands', en: 'English', fr: 'Français' } as const satisfies Record<Language, string>;

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);
