import { IconPhoto } from '@tabler/icons-react';
import { type ReactElement, useRef, useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import css from './CompanyForm.module.css';

const largestBytes = 300_000;

const readAsDataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not readable')));
    reader.readAsDataURL(file);
  });

type LogoFieldProps = { readonly value: string; readonly onChange: (dataUrl: string) => void };

/** The logo of the letters: PNG or JPEG, kept in the profile itself. */
export function LogoField({ value, onChange }: LogoFieldProps): ReactElement {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File): Promise<void> => {
    const isPicture = file.type === 'image/png' || file.type === 'image/jpeg';
    setProblem(!isPicture ? t('start.profile.logoBad') : file.size > largestBytes ? t('start.profile.logoTooLarge') : null);
    if (isPicture && file.size <= largestBytes) onChange(await readAsDataUrl(file));
  };
  return (
    <div className={css['logo']}>
      {value !== '' && <img src={value} alt={t('start.profile.logo')} className={css['logoPicture']} />}
      <Button icon={IconPhoto} onClick={() => input.current?.click()}>
        {t('start.profile.logoChoose')}
      </Button>
      {value !== '' && (
        <Button variant="quiet" onClick={() => onChange('')}>
          {t('start.profile.logoRemove')}
        </Button>
      )}
      <span
        className="small"
        role={problem === null ? undefined : 'alert'}
        style={{ color: problem === null ? 'var(--t-ink-2)' : 'var(--t-red)' }}
      >
        {problem ?? t('start.profile.logoHint')}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
    </div>
  );
}
