import { describe, expect, it } from 'vitest';
import { riskOfPath } from './riskyFolder.ts';

describe('the folder of a ledger', () => {
  it.each([
    String.raw`\\server\boekhouding\firma.termijn`,
    '//server/share/firma.termijn',
    String.raw`\\?\UNC\server\share\firma.termijn`,
    '/net/nas/firma.termijn',
    '/run/user/1000/gvfs/smb-share:server=nas,share=data/firma.termijn',
    '/mnt/nas/firma.termijn',
  ])('is on the network: %s', (path) => expect(riskOfPath(path)).toBe('network'));

  it.each([
    String.raw`C:\Users\anna\OneDrive\Termijn\firma.termijn`,
    String.raw`C:\Users\anna\OneDrive - Voorbeeld BV\firma.termijn`,
    '/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/firma.termijn',
    '/Users/anna/Library/CloudStorage/GoogleDrive-anna@voorbeeld.example/My Drive/firma.termijn',
    '/home/anna/Dropbox/firma.termijn',
    '/home/anna/Nextcloud/boeken/firma.termijn',
    String.raw`G:\Mijn Drive\firma.termijn`,
  ])('is kept in step with a cloud: %s', (path) => expect(riskOfPath(path)).toBe('cloud'));

  it.each([
    String.raw`C:\Users\anna\AppData\Roaming\Termijn\firma.termijn`,
    String.raw`\\?\C:\Users\anna\firma.termijn`,
    '/home/anna/.local/share/termijn/firma.termijn',
    '/home/anna/box/sync/firma.termijn',
    '/home/anna/dropbox-archief/firma.termijn',
    '/home/anna/Dropbox.termijn',
    ':memory:',
  ])('is as it should be: %s', (path) => expect(riskOfPath(path)).toBeNull());
});
