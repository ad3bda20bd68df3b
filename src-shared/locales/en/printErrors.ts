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
  'letter-paper-margins': {
    what: 'The margins of the letter paper leave no room for a letter.',
    why: 'The text begins between {{topLeast}} and {{topMost}} mm on the first page, between {{nextLeast}} and {{nextMost}} mm on the others, and ends between {{bottomLeast}} and {{bottomMost}} mm from the top.',
    todo: 'In Settings, Letter paper, choose measures within these bounds.',
  },
  'proof-type': {
    what: '{{name}} is no PDF, PNG or JPEG, or the file is damaged.',
    why: 'Only such files can stand with an invoice or a letter as proof and be sent along.',
    todo: 'Make a PDF or a photo of it and add that.',
  },
  'proof-too-large': {
    what: '{{name}} is larger than {{limit}} MB or has more than {{pages}} pages.',
    why: 'A proof goes along with letters and e-mails; a larger file often does not arrive.',
    todo: 'Make the file smaller, or add only the pages that prove it.',
  },
  'posting-followed': {
    what: 'The posting of this letter can no longer be taken back.',
    why: 'A later step was taken since that counts from the day of posting, or the message did not go by post.',
    todo: 'Write down what happened in a note with the customer, and hold the next step if it is wrong.',
  },
} satisfies Readonly<Record<string, ErrorText>>;
