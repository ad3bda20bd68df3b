import type { CatalogShape } from '../catalogShape.ts';
import type { host as nlHost } from '../nl/host.ts';

export const host = {
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    about: 'About Termijn',
    quit: 'Quit Termijn',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    minimize: 'Minimise',
    close: 'Close window',
    open: 'Open Termijn',
    startAtLogin: 'Start at login',
  },
  page: {
    linkNeededTitle: 'Open the new link',
    linkNeeded:
      'Termijn was started again, or this browser has no access yet. Open the link shown in the window where Termijn was started.',
    linkUsedTitle: 'This link has been used',
    linkUsed: 'Each link works once. The window where Termijn was started shows a new one.',
    refusedTitle: 'This request was refused',
    refused: 'Termijn answers only to its own page on this computer.',
  },
  crash: {
    title: 'Termijn has stopped',
    body: 'Something went wrong that Termijn cannot continue from. Everything that was saved is kept. Start Termijn again. Reference: {{id}}',
    startTitle: 'Termijn cannot start',
  },
} as const satisfies CatalogShape<typeof nlHost>;
