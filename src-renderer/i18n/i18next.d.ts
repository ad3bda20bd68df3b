import type { Catalog } from '../../src-shared/locales/catalogs.ts';
import 'i18next';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    returnNull: false;
    resources: { app: Catalog };
    /** `{{count, plural(one: …; other: …)}}` takes the figure itself. */
    interpolationFormatTypeMap: { plural: number };
  }
}
