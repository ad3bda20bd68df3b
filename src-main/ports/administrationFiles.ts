/** One known administration: where its ledger file lies, and what the list of recent ones shows. */
export type KnownAdministration = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly isDemo: boolean;
  readonly lastOpenedAt: string;
  readonly path: string;
};

/** The list of recent administrations, outside every ledger. Paths stay on this side of the API. */
export interface AdministrationFiles {
  list(): readonly (KnownAdministration & { readonly isPresent: boolean })[];
  /** Where a new ledger goes. */
  newPath(id: string): string;
  /** Where the verified backups of this ledger go. */
  backupFolder(ledgerPath: string): string;
  remember(administration: KnownAdministration): void;
  preference(name: string): string | null;
  savePreference(name: string, value: string): void;
}
