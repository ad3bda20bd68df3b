/** Folders in which SQLite files really die: on a network drive locks and writes are not what they seem, and a cloud client copies half a file. */
export type FolderRisk = 'network' | 'cloud';

/** Names that the folders of synchronising programs have, in lower case; some add the name of a company behind ` - `. */
const cloudFolders: ReadonlySet<string> = new Set([
  'onedrive', 'dropbox', 'google drive', 'googledrive', 'my drive', 'mijn drive', 'icloud drive', 'iclouddrive', 'com~apple~clouddocs', 'mobile documents',
  'cloudstorage', 'nextcloud', 'owncloud', 'pcloud drive', 'pclouddrive', 'pcloudsync', 'megasync', 'box sync', 'proton drive', 'syncthing', 'seafile', 'tresorit',
]);
/** Short names that may be anything in lower case are taken as their programs write them. */
const exactCloudFolders: ReadonlySet<string> = new Set(['Box', 'MEGA', 'Sync', 'STACK', 'Creative Cloud Files']);
const networkStarts: readonly RegExp[] = [/^\/net\//, /^\/run\/user\/\d+\/gvfs\//, /^\/home\/[^/]+\/\.gvfs\//, /^\/(mnt|media|srv)\/(nas|smb|cifs|nfs|network)\b/i, /^\/afs\//];

/** A path with a drive behind it, `\\?\C:\…`, looks like one of a server and is not. */
const isServerPath = (path: string): boolean => /^(\\\\|\/\/)(?![?.][\\/])[^\\/]+[\\/]/.test(path) || /^\\\\\?\\UNC\\/i.test(path);

/** What the path of a ledger tells about its folder; null when nothing speaks against it. A guess by names: what it does not know it cannot warn of. */
export function riskOfPath(path: string): FolderRisk | null {
  if (isServerPath(path) || networkStarts.some((start) => start.test(path))) return 'network';
  const folders = path.split(/[\\/]/).slice(0, -1);
  const isCloud = folders.some((folder) => exactCloudFolders.has(folder) || cloudFolders.has(folder.toLowerCase().split(' - ', 1)[0] ?? ''));
  return isCloud ? 'cloud' : null;
}
