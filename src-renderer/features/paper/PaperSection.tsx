import { Checkbox, NumberInput, Radio } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { linkTo } from '../../app/address.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import css from './Paper.module.css';
import { type PaperDraft, PaperFile } from './PaperFile.tsx';
import { PaperPreview } from './PaperPreview.tsx';

type Limits = OutputOf<'settings.paper'>['limits'];
type Limit = Limits['top'];
/** Height of A4: the room below the text is easier to measure than where it ends. */
const pageHeight = 297;
const fromBelow = ({ least, most }: Limit): Limit => ({ least: pageHeight - most, most: pageHeight - least });
const isWithin = (value: number, { least, most }: Limit): boolean => value >= least && value <= most;

type FormProps = { readonly draft: PaperDraft; readonly limits: Limits; readonly onChange: (draft: PaperDraft) => void };

function Margins({ draft: { margins, ...draft }, limits, onChange }: FormProps): ReactElement {
  const { t, language } = useText();
  const field = (name: 'top' | 'nextTop' | 'bottom', value: number, { limit, set }: { readonly limit: Limit; readonly set: (millimetres: number) => number }): ReactElement => (
    <NumberInput
      name={`margin-${name}`}
      label={t(`settings.paper.margins.${name}`)}
      value={value}
      step={1}
      decimalScale={1}
      decimalSeparator={language === 'en' ? '.' : ','}
      allowedDecimalSeparators={['.', ',']}
      suffix=" mm"
      clampBehavior="none"
      error={isWithin(value, limit) ? undefined : t('settings.paper.outOfRange', { min: limit.least, max: limit.most })}
      onChange={(typed) => {
        if (typeof typed === 'number' && typed !== value && typed >= 0 && typed <= pageHeight) onChange({ ...draft, margins: { ...margins, [name]: set(typed) } });
      }}
    />
  );
  const same = (millimetres: number): number => millimetres;
  return (
    <fieldset className={css['group']}>
      <legend>{t('settings.paper.margins.title')}</legend>
      <div className={css['margins']}>
        {field('top', margins.top, { limit: limits.top, set: same })}
        {field('nextTop', margins.nextTop, { limit: limits.nextTop, set: same })}
        {field('bottom', pageHeight - margins.bottom, { limit: fromBelow(limits.bottom), set: (typed) => pageHeight - typed })}
      </div>
      <p className="ink-2 small">{t('settings.paper.margins.hint')}</p>
    </fieldset>
  );
}

function OwnPart(props: FormProps): ReactElement {
  const { t } = useText();
  const { draft, onChange } = props;
  return (
    <div className={css['own']}>
      <PaperFile draft={draft} onChange={onChange} />
      {draft.first.kind !== 'none' && (
        <Checkbox
          styles={{ body: { alignItems: 'flex-start' } }}
          label={t('settings.paper.preprinted')}
          description={t('settings.paper.preprintedHint')}
          checked={draft.isPreprinted}
          onChange={(event) => onChange({ ...draft, isPreprinted: event.currentTarget.checked })}
        />
      )}
      <Margins {...props} />
    </div>
  );
}

function MarksPart({ draft, onChange }: Omit<FormProps, 'limits'>): ReactElement {
  const { t } = useText();
  return (
    <fieldset className={css['group']}>
      <legend>{t('settings.paper.marks')}</legend>
      <Checkbox label={t('settings.paper.folds')} checked={draft.folds} onChange={(event) => onChange({ ...draft, folds: event.currentTarget.checked })} />
      <Checkbox label={t('settings.paper.punch')} checked={draft.punch} onChange={(event) => onChange({ ...draft, punch: event.currentTarget.checked })} />
      <p className="ink-2 small">
        {t('settings.paper.elsewhere')} <a href={linkTo('/instellingen/company')}>{t('settings.paper.toCompany')}</a>
      </p>
    </fieldset>
  );
}

function PaperEditor({ paper, limits }: OutputOf<'settings.paper'>): ReactElement {
  const { t } = useText();
  const [changed, setChanged] = useState<PaperDraft | null>(null);
  const save = useMutationCall('settings.savePaper', { showsErrorItself: true });
  const draft = changed ?? paper;
  const { margins } = draft;
  const isFine = draft.kind === 'ours' || (isWithin(margins.top, limits.top) && isWithin(margins.nextTop, limits.nextTop) && isWithin(margins.bottom, limits.bottom));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isFine) return focusFirstProblem(event.currentTarget);
    save.mutate(draft, {
      onSuccess: () => {
        setChanged(null);
        showToast({ message: t('common.saved'), undo: () => save.mutate(paper) });
      },
    });
  };
  return (
    <div className={css['editor']}>
      <form onSubmit={submit} noValidate className={css['form']}>
        <Radio.Group label={t('settings.paper.head')} value={draft.kind} onChange={(kind) => setChanged({ ...draft, kind: kind === 'own' ? 'own' : 'ours' })}>
          <div className={css['group']} style={{ marginTop: 8 }}>
            <Radio value="ours" label={t('settings.paper.ours')} description={t('settings.paper.oursHint')} />
            <Radio value="own" label={t('settings.paper.own')} description={t('settings.paper.ownHint')} />
          </div>
        </Radio.Group>
        {draft.kind === 'own' && <OwnPart draft={draft} limits={limits} onChange={setChanged} />}
        <MarksPart draft={draft} onChange={setChanged} />
        {save.error !== null && <ErrorState error={save.error} />}
        <div className={css['actions']}>
          <Button type="submit" variant="filled" busy={save.isPending} disabled={changed === null}>
            {t('settings.paper.save')}
          </Button>
          {changed !== null && <Button onClick={() => setChanged(null)}>{t('common.cancel')}</Button>}
        </div>
      </form>
      <PaperPreview draft={draft} />
    </div>
  );
}

/** The paper of the letters: our head or the company's own, room and marks, with a letter on it. */
export function PaperSection(): ReactElement {
  const { t } = useText();
  const setting = useCall('settings.paper', {});
  return (
    <SettingsFrame title={t('settings.paper.title')} lead={t('settings.paper.lead')}>
      <QueryView query={setting}>{(data) => <PaperEditor {...data} />}</QueryView>
    </SettingsFrame>
  );
}
