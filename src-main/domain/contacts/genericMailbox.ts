/** The rule is shared with the window, which warns while an address is typed. */
export { isGenericMailbox } from '../../../src-shared/genericMailbox.ts';
