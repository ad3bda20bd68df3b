import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { LadderLine, LadderList } from '../../ui/LadderLine.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './SettingsPage.module.css';

type Ladder = OutputOf<'ladders.list'>['ladders'][number];
type Step = Ladder['steps'][number];

function StepLine({ step }: { readonly step: Step }): ReactElement {
  const { t, format, language } = useText();
  const days = format.days(Math.abs(step.offsetDays));
  const when = step.offsetDays === 0 ? t(`settings.ladder.on.${step.after}`) : t(`settings.ladder.${step.offsetDays < 0 ? 'before' : 'after'}.${step.after}`, { days });
  const name = stepName(step.key, language);
  const more = [
    when,
    ...(step.key === 'invoice' ? [] : [t(`settings.ladder.channels.${step.channel}`), t('settings.ladder.payWithin', { count: step.payWithinDays })]),
    ...(step.optional ? [t('settings.ladder.optional')] : []),
    ...(step.available ? [] : [t('settings.ladder.notAvailable')]),
  ];
  return (
    <LadderLine state="later" channel={step.channel}>
      <strong className={css['stepName']}>{name.charAt(0).toUpperCase() + name.slice(1)}</strong>
      <span className={css['stepMore']}>{more.join(', ')}</span>
    </LadderLine>
  );
}

/** Which ladder customers follow, with its steps in words. */
export function LadderSection(): ReactElement {
  const { t } = useText();
  const list = useCall('ladders.list', {});
  const choose = useMutationCall('ladders.setStandard');
  const use = (ladder: Ladder, was: string): void =>
    choose.mutate({ key: ladder.key }, { onSuccess: () => showToast({ message: t('settings.ladder.saved', { name: ladder.name }), undo: () => choose.mutate({ key: was }) }) });
  return (
    <SettingsFrame title={t('settings.ladder.title')} lead={t('settings.ladder.lead')}>
      <QueryView query={list}>
        {({ ladders, standard }) => (
          <>
            {ladders.map((ladder) => (
              <Section
                key={ladder.key}
                small
                title={ladder.name}
                actions={
                  ladder.key === standard ? (
                    <StateWord icon={IconCheck} tone="good">
                      {t('settings.ladder.inUse')}
                    </StateWord>
                  ) : (
                    <Button size="sm" busy={choose.isPending} onClick={() => use(ladder, standard)}>
                      {t('settings.ladder.use', { name: ladder.name })}
                    </Button>
                  )
                }
              >
                <LadderList label={ladder.name}>
                  {ladder.steps.map((step) => (
                    <StepLine key={step.key} step={step} />
                  ))}
                </LadderList>
                {ladder.steps.some((step) => !step.available) && <p className={css['note']}>{t('settings.ladder.notAvailableNote')}</p>}
              </Section>
            ))}
          </>
        )}
      </QueryView>
    </SettingsFrame>
  );
}
