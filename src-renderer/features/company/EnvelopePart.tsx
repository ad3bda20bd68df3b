import { NumberInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import css from './CompanyForm.module.css';
import type { CompanyFormState } from './CompanyTextField.tsx';

/** As far as the ledger keeps it; an envelope differs by a few millimetres at most. */
const farthest = 20;

export type TestPage = { readonly onMake: () => void; readonly isBusy: boolean; readonly savesFirst: boolean };

/** How far the address moves so that it stands in the window of the user's own envelopes, and the page that shows whether it does. */
export function EnvelopePart({ form, testPage }: { readonly form: CompanyFormState; readonly testPage: TestPage }): ReactElement {
  const { t, language } = useText();
  const { windowOffset } = form.draft;
  const field = (axis: 'x' | 'y', label: string): ReactElement => (
    <NumberInput
      className={css['third'] ?? ''}
      name={`windowOffset-${axis}`}
      label={label}
      value={windowOffset[axis]}
      min={-farthest}
      max={farthest}
      step={0.5}
      decimalScale={1}
      decimalSeparator={language === 'en' ? '.' : ','}
      allowedDecimalSeparators={['.', ',']}
      suffix=" mm"
      clampBehavior="strict"
      onChange={(value) => {
        const millimetres = typeof value === 'number' ? value : 0;
        if (millimetres !== windowOffset[axis]) form.set({ windowOffset: { ...windowOffset, [axis]: millimetres } });
      }}
    />
  );
  return (
    <fieldset className={css['group']}>
      <legend>{t('start.profile.envelope')}</legend>
      <p className={css['explanation']}>{t('start.profile.envelopeHint')}</p>
      <div className={css['grid']}>
        {field('x', t('start.profile.offsetRight'))}
        {field('y', t('start.profile.offsetDown'))}
        <div className={css['full']}>
          <Button busy={testPage.isBusy} onClick={testPage.onMake}>
            {testPage.savesFirst ? t('start.profile.testPageAfterSave') : t('start.profile.testPage')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
