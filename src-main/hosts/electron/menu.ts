/** The native menu and the tray, in the language of the interface. */
import { app, Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { HostTexts } from '../../../src-shared/locales/hostTexts.ts';

/** The menu as data. macOS wants the program's own menu first; elsewhere quitting stands under the first menu. */
export function menuTemplate(text: HostTexts['menu'], platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const about: MenuItemConstructorOptions = { role: 'about', label: text.about };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: text.quit };
  const close: MenuItemConstructorOptions = { role: 'close', label: text.close };
  const first: MenuItemConstructorOptions =
    platform === 'darwin' ? { label: 'Termijn', submenu: [about, separator, quit] } : { label: text.file, submenu: [about, separator, close, quit] };
  const item = (role: MenuItemConstructorOptions['role'], label: string): MenuItemConstructorOptions => ({ ...(role ? { role } : {}), label });
  return [
    first,
    {
      label: text.edit,
      submenu: [
        item('undo', text.undo),
        item('redo', text.redo),
        separator,
        item('cut', text.cut),
        item('copy', text.copy),
        item('paste', text.paste),
        item('selectAll', text.selectAll),
      ],
    },
    {
      label: text.view,
      submenu: [
        item('resetZoom', text.resetZoom),
        item('zoomIn', text.zoomIn),
        item('zoomOut', text.zoomOut),
        separator,
        item('togglefullscreen', text.fullScreen),
      ],
    },
    { label: text.window, submenu: [item('minimize', text.minimize), close] },
  ];
}

export const setMenu = (text: HostTexts['menu']): void => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(text, process.platform)));

/** The tray keeps reminders in sight; starting at login is off until the user ticks it, and only where the system knows how. */
export function createTray(icon: string, text: HostTexts['menu'], open: () => void): void {
  const tray = new Tray(nativeImage.createFromPath(icon));
  const startAtLogin: MenuItemConstructorOptions = {
    label: text.startAtLogin,
    type: 'checkbox',
    checked: app.getLoginItemSettings().openAtLogin,
    visible: process.platform !== 'linux',
    click: (item) => app.setLoginItemSettings({ openAtLogin: item.checked }),
  };
  tray.setToolTip('Termijn');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: text.open, click: open }, startAtLogin, { type: 'separator' }, { role: 'quit', label: text.quit }]));
  tray.on('click', open);
  // Held until the end: a tray nobody refers to disappears with the next garbage collection.
  app.once('will-quit', () => tray.destroy());
}
