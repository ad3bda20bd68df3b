import { useMediaQuery } from '@mantine/hooks';
import type { Density } from './columns.ts';

/** Rows of main lists: 36 px, or 30 px on small screens, where names then keep their room. */
export const useDensity = (): Density => (useMediaQuery('(min-width: 1400px)', undefined, { getInitialValueInEffect: false }) === true ? 'normal' : 'compact');
