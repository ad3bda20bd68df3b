import { Radio, Select, useMantineColorScheme } from '@mantine/core';
import type { ReactElement } from 'react';
import { isLanguage, languageNames, languages } from '../../../src-shared/locales/languages.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { changeLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/useText.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './SettingsPage.module.css';

/** Language and light or dark. Both take effect at once. */
export function AppearanceSection(): ReactElement {
  const { t, language } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const saveLanguage = useMutationCall('app.saveLanguage');
  const choose = (wanted: string | null): void => {
    if (wanted === null || !isLanguage(wanted)) return;
    changeLanguage(wanted);
    saveLanguage.mutate({ uiLanguage: wanted });
  };
  return (
    <SettingsFrame title={t('settings.appearance.title')} lead={t('settings.appearance.lead')}>
      <div className={css['stack']}>
        <Select
          label={t('settings.appearance.language')}
          w={240}
          value={language}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={choose}
        />
        <Radio.Group
          label={t('settings.appearance.scheme')}
          value={colorScheme}
          onChange={(value) => (value === 'light' || value === 'dark' || value === 'auto') && setColorScheme(value)}
        >
          <div style={{ display: 'grid', gap: 8, marginTop: 6 }}>
            <Radio value="auto" label={t('settings.appearance.system')} />
            <Radio value="light" label={t('settings.appearance.light')} />
            <Radio value="dark" label={t('settings.appearance.dark')} />
          </div>
        </Radio.Group>
      </div>
    </SettingsFrame>
  );
}
