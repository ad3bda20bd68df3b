/** Texts of the settings. Each section belongs to the feature it sets. */
export const settings = {
  title: 'Instellingen',
  sections: 'Onderdelen',
  company: { title: 'Bedrijf', lead: 'Wat er in je brieven en e-mails over je bedrijf staat.', unsaved: 'Nog niet bewaard.' },
  appearance: {
    title: 'Weergave en taal',
    lead: 'Geldt alleen voor dit venster, niet voor je brieven.',
    language: 'Taal van Termijn',
    scheme: 'Licht of donker',
    system: 'Zoals het systeem',
    light: 'Licht',
    dark: 'Donker',
  },
} as const;
