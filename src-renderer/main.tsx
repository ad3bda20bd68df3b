import './backend/zodWithoutCompiler.ts';
import './app/trustedTypes.ts';
import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import { DatesProvider } from '@mantine/dates';
import { QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/fr';
import 'dayjs/locale/nl';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app/App.tsx';
import { queryClient } from './app/queryClient.ts';
import { styleNonce } from './app/styleNonce.ts';
import './app/theme/global.css';
import { cssVariablesResolver, theme } from './app/theme/theme.ts';
import { i18n } from './i18n/i18n.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <I18nextProvider i18n={i18n}>
        <DatesProvider settings={{ firstDayOfWeek: 1, weekendDays: [0, 6] }}>
          <QueryClientProvider client={queryClient}>
            <App />
          </QueryClientProvider>
        </DatesProvider>
      </I18nextProvider>
    </MantineProvider>
  </StrictMode>,
);
