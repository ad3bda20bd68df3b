/** Proofs of delivery and sending. */
import type { CatalogShape } from '../catalogShape.ts';
import type { proofs as dutch } from '../nl/proofs.ts';

export const proofs = {
  title: 'Proofs',
  add: 'Add',
  none: 'No proof of delivery or sending yet.',
  kindLabel: 'What it proves',
  kind: { delivery: 'Proof of delivery', sending: 'Proof of sending', other: 'Other document' },
  kindAbout: '{{kind}}, {{about}}',
  enclose: 'Send along with later messages',
  enclosed: 'Goes along with later messages',
  encloseFor: 'Send {{name}} along with later messages',
  hint: 'PDF, PNG or JPEG, {{limit}} MB at most',
  busy: 'Working on the file',
  facts_one: '{{name}}, {{count}} page, added on {{added}}',
  facts_other: '{{name}}, {{count}} pages, added on {{added}}',
  open: 'Save {{name}}',
  remove: 'Remove {{name}}',
  removed: '{{name}} was removed. What was sent with it is kept.',
  added: '{{name}} was added.',
  tooLarge: '{{name}} is larger than {{limit}} MB or has more than {{pages}} pages.',
  unreadable: '{{name}} cannot be read. Choose a PDF, PNG or JPEG.',
} as const satisfies CatalogShape<typeof dutch>;
