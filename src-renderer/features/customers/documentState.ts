import {
  type Icon as TablerIcon,
  IconArrowForwardUp,
  IconCalendarDollar,
  IconCalendarQuestion,
  IconCheck,
  IconCircle,
  IconCircleHalf,
  IconClock,
  IconCoin,
  IconGavel,
  IconHeartHandshake,
  IconMail,
  IconMessage2Exclamation,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { DocumentRow } from '../../../src-shared/contract/customers.ts';

/** The sign of a document's state; amber only where the user must act. */
export const documentStateLooks: Readonly<Record<DocumentRow['state'], { readonly icon: TablerIcon; readonly tone: 'plain' | 'waiting' | 'bad' }>> = {
  paid: { icon: IconCheck, tone: 'plain' },
  'partly-paid': { icon: IconCircleHalf, tone: 'plain' },
  'not-due': { icon: IconCircle, tone: 'plain' },
  overdue: { icon: IconClock, tone: 'plain' },
  reminded: { icon: IconMail, tone: 'plain' },
  disputed: { icon: IconMessage2Exclamation, tone: 'waiting' },
  held: { icon: IconPlayerPause, tone: 'plain' },
  promised: { icon: IconHeartHandshake, tone: 'plain' },
  credit: { icon: IconCoin, tone: 'plain' },
  undated: { icon: IconCalendarQuestion, tone: 'waiting' },
  insolvent: { icon: IconGavel, tone: 'bad' },
  'handed-over': { icon: IconArrowForwardUp, tone: 'plain' },
  'in-plan': { icon: IconCalendarDollar, tone: 'plain' },
};
