import type { ErrorText } from '../errorText.ts';

/** Printing, paper and attachments. */
export const printErrors = {
  'print-file-not-written': {
    what: 'The print file could not be written ({{reason}}).',
    why: 'Usually the disk is full or this folder may not be written to.',
    todo: 'Free some space or choose another folder and print the run again; nothing was noted as posted.',
  },
  'letter-paper-unreadable': {
    what: 'Your own paper cannot be read.',
    why: 'Only a PNG or JPEG picture that is not damaged can stand behind the letter.',
    todo: 'Choose the paper again in the settings, or leave it out.',
  },
  'mail-too-large': {
    what: 'With its attachments the message is {{size}} MB; the limit is {{limit}} MB.',
    why: 'Many mail servers refuse larger messages, and then the letter does not arrive.',
    todo: 'Send fewer copies along, send it by post, or raise the limit in the settings.',
  },
} satisfies Readonly<Record<string, ErrorText>>;
