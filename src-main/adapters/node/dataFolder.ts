import { join } from 'node:path';

export type Place = { readonly platform: string; readonly home: string; readonly env: Readonly<Record<string, string | undefined>> };

/** Where the ledgers live unless the user says otherwise: the place each system keeps for data of programs. The same for every host. */
export function defaultDataFolder({ platform, home, env }: Place): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Termijn');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Termijn');
  const xdg = env['XDG_DATA_HOME'];
  // The XDG base directory rules: a relative path is invalid and is to be ignored.
  return join(xdg !== undefined && xdg.startsWith('/') ? xdg : join(home, '.local', 'share'), 'termijn');
}
