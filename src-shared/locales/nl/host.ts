/** Texts of the program around the pages: native menu, tray, and the plain pages of the browser version. */
export const host = {
  menu: {
    file: 'Bestand',
    edit: 'Bewerken',
    view: 'Beeld',
    window: 'Venster',
    about: 'Over Termijn',
    quit: 'Termijn afsluiten',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    cut: 'Knippen',
    copy: 'Kopiëren',
    paste: 'Plakken',
    selectAll: 'Alles selecteren',
    resetZoom: 'Ware grootte',
    zoomIn: 'Inzoomen',
    zoomOut: 'Uitzoomen',
    fullScreen: 'Volledig scherm',
    minimize: 'Minimaliseren',
    close: 'Venster sluiten',
    open: 'Termijn openen',
    startAtLogin: 'Starten bij aanmelden',
  },
  page: {
    linkNeededTitle: 'Open de nieuwe link',
    linkNeeded:
      'Termijn is opnieuw gestart of deze browser heeft nog geen toegang. Open de link die in het venster staat waarin Termijn is gestart.',
    linkUsedTitle: 'Deze link is al gebruikt',
    linkUsed: 'Elke link werkt één keer. In het venster waarin Termijn is gestart, staat een nieuwe.',
    refusedTitle: 'Deze aanvraag is geweigerd',
    refused: 'Termijn antwoordt alleen aan zijn eigen pagina op deze computer.',
  },
  crash: {
    title: 'Termijn is gestopt',
    body: 'Er ging iets mis waarmee Termijn niet verder kan. Alles wat was opgeslagen, is bewaard. Start Termijn opnieuw. Kenmerk: {{id}}',
    startTitle: 'Termijn kan niet starten',
  },
};
