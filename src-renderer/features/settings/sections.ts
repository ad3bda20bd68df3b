import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

type SectionKey = 'company' | 'paper' | 'smtp' | 'attachments' | 'ladder' | 'policy' | 'matching' | 'law' | 'letters' | 'handover' | 'backups' | 'appearance';
/** A part of the settings. Its words are `settings.<key>.title` and whatever else it needs. `isWide`: takes the whole width of the page. */
export type SettingsSection = { readonly key: SectionKey; readonly Section: LazyExoticComponent<ComponentType>; readonly isWide?: boolean };

const section = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));

/** The sections from top to bottom: each feature adds its line (and its key above). */
export const settingsSections: readonly SettingsSection[] = [
  { key: 'company', Section: section(() => import('./CompanySection.tsx'), 'CompanySection') },
  { key: 'paper', Section: section(() => import('../paper/PaperSection.tsx'), 'PaperSection'), isWide: true },
  { key: 'smtp', Section: section(() => import('./SmtpSection.tsx'), 'SmtpSection') },
  { key: 'attachments', Section: section(() => import('./AttachmentsSection.tsx'), 'AttachmentsSection') },
  { key: 'ladder', Section: section(() => import('./LadderSection.tsx'), 'LadderSection') },
  { key: 'policy', Section: section(() => import('./PolicySection.tsx'), 'PolicySection') },
  { key: 'matching', Section: section(() => import('./MatchingSection.tsx'), 'MatchingSection') },
  { key: 'law', Section: section(() => import('../law/LawSettingsSection.tsx'), 'LawSettingsSection') },
  { key: 'letters', Section: section(() => import('../templates/TemplatesSection.tsx'), 'TemplatesSection'), isWide: true },
  { key: 'handover', Section: section(() => import('../handover/HandoverSection.tsx'), 'HandoverSection') },
  { key: 'backups', Section: section(() => import('./BackupsSection.tsx'), 'BackupsSection') },
  { key: 'appearance', Section: section(() => import('./AppearanceSection.tsx'), 'AppearanceSection') },
];
