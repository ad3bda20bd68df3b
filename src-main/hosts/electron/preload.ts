/** All that the page gets to see of Electron: two functions, text in and text out. No channel names, no event objects, no paths. */
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('bridge', {
  call: (text: string): Promise<string> => ipcRenderer.invoke('call', text),
  onEvent: (listener: (text: string) => void): (() => void) => {
    const relay = (_event: unknown, text: string): void => listener(text);
    ipcRenderer.on('event', relay);
    return () => void ipcRenderer.off('event', relay);
  },
});
