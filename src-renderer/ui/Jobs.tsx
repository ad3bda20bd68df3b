import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement } from 'react';
import { call } from '../backend/client.ts';
import { useText } from '../i18n/useText.ts';
import { Button, IconButton } from './Button.tsx';
import css from './Floating.module.css';
import { dismissJob, type Job, markStopping, useJobs } from './jobStore.ts';
import { useShownFor } from './useShownFor.ts';

const resultIcons = { done: IconCircleCheck, warning: IconAlertTriangle, failed: IconAlertCircle } as const;
const resultClass = { done: 'jobDone', warning: 'jobWarning', failed: 'jobFailed' } as const;

function RunningJob({ job }: { readonly job: Job }): ReactElement {
  const { t } = useText();
  const share = job.total > 0 ? Math.min(1, job.done / job.total) : null;
  const stop = (): void => {
    markStopping(job.jobId);
    void call('jobs.cancel', { jobId: job.jobId });
  };
  return (
    <li className={css['job']}>
      <div className={css['jobHead']}>
        <span className={css['jobName']}>{job.name}</span>
        <IconButton
          size="xs"
          icon={IconX}
          label={t('common.job.stop', { name: job.name })}
          disabled={job.state === 'stopping'}
          onClick={stop}
        />
      </div>
      <div
        role="progressbar"
        aria-label={job.name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        className={clsx(css['bar'], share === null && css['unknown'])}
      >
        <span style={share === null ? undefined : { width: `${share * 100}%` }} />
      </div>
      <div className={clsx(css['jobDetail'], 'num')}>
        {job.state === 'stopping'
          ? t('common.job.stopping')
          : share === null
            ? t('common.busy')
            : t('common.job.progress', { done: job.done, total: job.total })}
      </div>
    </li>
  );
}

/** What went well leaves by itself, later when it has a link to follow; what did not stays until it is put away. */
const shownForMs = { plain: 8000, withLink: 30_000 } as const;

function FinishedJob({ job, state }: { readonly job: Job; readonly state: 'done' | 'warning' | 'failed' }): ReactElement {
  const { t } = useText();
  const holders = useShownFor(state !== 'done' ? null : job.action === null ? shownForMs.plain : shownForMs.withLink, () => dismissJob(job.jobId));
  const Icon = resultIcons[state];
  return (
    <li className={clsx(css['job'], css[resultClass[state]])} {...holders}>
      <div className={css['jobHead']}>
        <Icon size={16} stroke={1.75} aria-hidden />
        <span className={css['jobName']}>{job.name}</span>
        {job.action !== null && (
          <Button variant="text" size="xs" onClick={job.action.run}>
            {job.action.label}
          </Button>
        )}
        <IconButton size="xs" icon={IconX} label={t('common.job.dismiss', { name: job.name })} onClick={() => dismissJob(job.jobId)} />
      </div>
      <div className={css['jobDetail']}>{job.detail}</div>
    </li>
  );
}

/** Background work: name, bar, counts and cancel while it runs; then its result with a link. */
export function Jobs(): ReactElement | null {
  const { t } = useText();
  const jobs = useJobs();
  if (jobs.length === 0) return null;
  return (
    <section className={css['card']} aria-label={t('common.job.title')}>
      <ul className={css['jobs']} aria-live="polite">
        {jobs.map((job) =>
          job.state === 'running' || job.state === 'stopping' ? (
            <RunningJob key={job.jobId} job={job} />
          ) : (
            <FinishedJob key={job.jobId} job={job} state={job.state} />
          ),
        )}
      </ul>
    </section>
  );
}
