import { useText } from '../../i18n/useText.ts';
import type { ImportCounts } from './importCounts.ts';

/** The preview in sentences: what is new, and what does not come along. */
export function useImportWords(): { readonly lead: (counts: ImportCounts) => string; readonly rest: (counts: ImportCounts) => string } {
  const { t, format } = useText();
  return {
    lead(counts) {
      const parts = [
        counts.freshDocuments > 0 ? t('imports.lead.documents', { count: counts.freshDocuments }) : null,
        counts.changedDocuments > 0 ? t('imports.lead.changed', { count: counts.changedDocuments }) : null,
        counts.bankEntries > 0 ? t('imports.lead.bankEntries', { count: counts.bankEntries }) : null,
      ].filter((part) => part !== null);
      if (parts.length > 0) return t('imports.lead.found', { what: format.list(parts) });
      // What waits for an answer or a judgement, or is left out, is not known already.
      if (counts.skipped + counts.possiblyKnown > 0) return t('imports.lead.leftOut');
      return counts.known > 0 ? t('imports.lead.allKnown') : t('imports.lead.nothing');
    },
    rest(counts) {
      const parts = [
        counts.known > 0 ? t('imports.rest.known', { count: counts.known }) : null,
        counts.skipped > 0 ? t('imports.rest.skipped', { count: counts.skipped }) : null,
        counts.possiblyKnown > 0 ? t('imports.rest.possiblyKnown', { count: counts.possiblyKnown }) : null,
        counts.refused > 0 ? t('imports.rest.refused', { count: counts.refused }) : null,
      ].filter((part) => part !== null);
      return [...(parts.length > 0 ? [t('imports.rest.also', { what: format.list(parts) })] : []), t('imports.rest.nothingStored')].join(
        ' ',
      );
    },
  };
}
