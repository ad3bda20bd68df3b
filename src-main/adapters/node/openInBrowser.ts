import { spawn } from 'node:child_process';

/** Opens an address of our own in the user's browser. Resolves to false when this system has no way to do that. */
export function openInBrowser(address: string, platform: NodeJS.Platform): Promise<boolean> {
  const [command, ...rest] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(command, [...rest, address], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
