import type { OutputOf } from '../../../src-shared/contract/index.ts';

export type TemplateView = OutputOf<'templates.get'>;
export type TemplateKey = TemplateView['key'];
export type TemplateWords = TemplateView['words'];
export type Block = TemplateView['blocks'][number];
export type Piece = Block['pieces'][number];
export type Findings = OutputOf<'templates.check'>;
export type ToneFlag = Findings['tone'][number];
export type Letters = OutputOf<'templates.list'>['letters'];

export const nameOfKey = ({ kind, language, country, customerKind }: TemplateKey): string => [kind, language, country, customerKind].join('/');
