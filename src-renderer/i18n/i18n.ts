import i18next, { type i18n as I18nInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogs } from '../../src-shared/locales/catalogs.ts';
import { type MessageForm, messageForms, pluralWords, withOneStop } from '../../src-shared/locales/fillIn.ts';
import { isLanguage, type Language } from '../../src-shared/locales/languages.ts';

const storageKey = 'termijn-language';

/** The language of the last session, so that the first paint is right; the backend's own setting follows in `app.state`. */
export function rememberedLanguage(): Language {
  const stored = globalThis.localStorage.getItem(storageKey);
  return stored !== null && isLanguage(stored) ? stored : 'nl';
}

const asLanguage = (text: string | undefined): Language => (text !== undefined && isLanguage(text) ? text : 'nl');

/** The message system of this window. Its catalogs are built in, so every text is there at the first paint. */
function startI18n(language: Language): I18nInstance {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).use({ type: 'postProcessor', name: 'oneStop', process: withOneStop }).init({
    postProcess: ['oneStop'],
    resources: { nl: { app: catalogs.nl }, en: { app: catalogs.en }, fr: { app: catalogs.fr } },
    lng: language,
    fallbackLng: 'nl',
    ns: ['app'],
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  for (const form of Object.keys(messageForms) as MessageForm[]) {
    instance.services.formatter?.add(form, (value: string | number, to) => messageForms[form](value, asLanguage(to)));
  }
  instance.services.formatter?.add('plural', (value: string | number, to, { one, other }: { readonly one?: string; readonly other?: string }) => pluralWords(value, asLanguage(to), { one: one ?? '', other: other ?? '' }));
  const follow = (to: string): void => {
    document.documentElement.lang = to;
    globalThis.localStorage.setItem(storageKey, to);
  };
  follow(language);
  instance.on('languageChanged', follow);
  return instance;
}

/** The one message system of this window. Components use `useText`; this is for changing the language. */
export const i18n: I18nInstance = startI18n(rememberedLanguage());

/** Shows the window in another language from now on. */
export const changeLanguage = (language: Language): void => {
  if (i18n.language !== language) void i18n.changeLanguage(language);
};
