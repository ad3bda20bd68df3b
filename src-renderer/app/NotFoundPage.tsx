import { IconMapPinOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '../i18n/useText.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { linkTo } from './address.ts';

export function NotFoundPage(): ReactElement {
  const { t } = useText();
  return (
    <Page title={t('common.notFound.title')}>
      <h1 className="only-read">{t('common.notFound.title')}</h1>
      <EmptyState
        icon={IconMapPinOff}
        title={t('common.notFound.title')}
        body={t('common.notFound.body')}
        action={<ButtonLink href={linkTo('/')}>{t('common.notFound.action')}</ButtonLink>}
      />
    </Page>
  );
}
