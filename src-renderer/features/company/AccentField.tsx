import { ColorInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { contrastToWhite, readableAccent } from '../../../src-shared/accentColour.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { accentProposals } from './accentProposals.ts';
import css from './CompanyForm.module.css';
import { isColour, tidyColour } from './companyDraft.ts';
import type { CompanyFormState } from './CompanyTextField.tsx';

/** WCAG 2.2, 1.4.3: white letters on the colour. */
const leastContrast = 4.5;

/** The colour of the tile and the payment box, shown as the letter will print it: too light a colour is printed darker. */
export function AccentField({ form }: { readonly form: CompanyFormState }): ReactElement {
  const { t, format } = useText();
  const typed = form.draft.accentColour;
  const colour = tidyColour(typed);
  const isKnown = isColour(typed);
  const printed = readableAccent(isKnown ? colour : '');
  const contrast = isKnown ? contrastToWhite(colour) : 21;
  const isTooLight = contrast < leastContrast;
  const [initial] = Array.from(form.draft.name.trim() || t('common.product'));
  return (
    <div className={css['accent']}>
      <ColorInput
        name="accentColour"
        label={t('start.profile.accent')}
        value={typed}
        format="hex"
        swatches={[...accentProposals]}
        swatchesPerRow={7}
        withEyeDropper={false}
        fixOnBlur={false}
        popoverProps={{ transitionProps: { duration: 0 }, shadow: 'md' }}
        description={form.shown.accentColour ? null : t('start.profile.accentHint')}
        error={form.shown.accentColour ? t('start.profile.accentBad') : null}
        onChange={(accentColour) => accentColour !== typed && form.set({ accentColour })}
      />
      <span className={css['tile']} style={{ background: printed }} aria-hidden>
        {initial?.toUpperCase()}
      </span>
      {isTooLight && (
        <p className={css['tooLight']} role="status">
          {t('start.profile.accentTooLight', {
            contrast: format.number(Math.floor(contrast * 10) / 10, 1),
            least: format.number(leastContrast, 1),
          })}
          <Button variant="text" size="xs" flush onClick={() => form.set({ accentColour: printed })}>
            {t('start.profile.accentDarker', { colour: printed })}
          </Button>
        </p>
      )}
    </div>
  );
}
