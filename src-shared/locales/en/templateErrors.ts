import type { ErrorText } from '../errorText.ts';

/** What there is to say about letters that may not be sent as they are, and about templates. */
export const templateErrors = {
  'letter-amount-differs': {
    what: 'An amount in the letter does not follow from its calculation ({{what}}).',
    why: 'Interest, costs and receipts must match the lines of the calculation to the cent.',
    todo: 'Compute the claim again and then make the letter again.',
  },
  'letter-charges-too-early': {
    what: 'Interest or costs may not be asked of this consumer yet.',
    why: 'The term of the free letter has not ended, or that letter was not sent (NL: fourteen-day letter; BE: first reminder).',
    todo: 'Send the free letter first, or wait until its term has ended.',
  },
  'letter-clause-missing': {
    what: 'There is no clause in the terms on which this indemnity or interest rests.',
    why: 'A consumer may only be asked this under a clause accepted before the contract (art. XIX.4 of the Belgian Code of Economic Law).',
    todo: 'Enter the article of the terms, or leave out the indemnity and the interest.',
  },
  'letter-amount-above-cap': {
    what: 'The costs asked are higher than the law allows for a consumer.',
    why: 'The Netherlands has a fixed scale, Belgium a limit per slice of the balance; nothing more may be asked, also by others.',
    todo: 'Lower the costs to the limit of the law.',
  },
  'letter-other-law': {
    what: 'This letter only exists in the law of another country.',
    why: 'The fourteen-day letter belongs to Dutch law; in Belgium the free first reminder applies.',
    todo: 'Choose the letter that belongs to the customer’s country.',
  },
  'letter-default-missing': {
    what: 'The customer is not in default yet.',
    why: 'A fourteen-day letter only counts when default had already started (art. 6:96(6) of the Dutch Civil Code).',
    todo: 'Send a notice of default first, or wait until the agreed term has ended.',
  },
  'letter-default-not-agreed': {
    what: 'The customer is not in default yet for invoice {{number}}.',
    why: 'A consumer is in default by himself only when the term of payment was agreed; a term that stands on the invoice only is not certain enough (BW 6:83). A fourteen-day letter counts only after default.',
    todo: 'Was the term agreed, for example in your general terms? Say so at the customer or in the settings. Otherwise send a notice of default first.',
  },
  'letter-one-by-one': {
    what: 'You approve this letter on its own.',
    why: 'A formal letter has consequences for you and your customer; it does not go along unseen with the other messages.',
    todo: 'Open the letter, read it and approve it there.',
  },
  'letter-instalments-differ': {
    what: 'The instalments do not add up to the amount of the plan, or their dates are not right.',
    why: 'A plan pays exactly the acknowledged amount, in instalments that follow each other.',
    todo: 'Change the amounts or the dates of the instalments.',
  },
  'letter-term-void': {
    what: 'The term in this fourteen-day letter is not valid.',
    why: 'Only the approved formula counts; a date or “from today” makes the letter void (Hoge Raad, 25 November 2016).',
    todo: 'Put our formula back and leave out dates and other terms.',
  },
  'letter-language-mixed': {
    what: 'The text of the letter is in another language than the customer’s.',
    why: 'A letter is wholly in the customer’s language; only fixed legal terms stay in Dutch.',
    todo: 'Translate your own text, or choose another language for the customer.',
  },
  'template-other-reader': {
    what: 'This template belongs to another letter or another reader.',
    why: 'Kind, language, country and kind of customer of template and letter must be the same; the law asks something else for each reader.',
    todo: 'Choose the template that belongs to this customer.',
  },
  'template-field-unknown': {
    what: 'The field “{{field}}” does not exist or cannot be filled.',
    why: 'Only the fields in the list are replaced by data.',
    todo: 'Choose a field from the list, or type the text yourself.',
  },
  'template-field-elsewhere': {
    what: 'The field “{{field}}” does not belong to this kind of letter.',
    why: 'This letter does not know that value and would leave a gap.',
    todo: 'Choose a field that is listed for this letter.',
  },
  'template-marks-unbalanced': {
    what: 'A mark for bold or for a field is not closed in the text.',
    why: 'Bold stands between double stars, a field between double braces.',
    todo: 'Complete the pair of marks, or remove it.',
  },
  'template-amount-missing': {
    what: 'The template does not name the amount.',
    why: 'The customer must see at once how much is to be paid.',
    todo: 'Put the payment block or the field “amount” back.',
  },
  'template-invoices-missing': {
    what: 'The template does not name the invoices.',
    why: 'Without invoice numbers the customer does not know what it is about.',
    todo: 'Put the list of invoices back.',
  },
  'template-due-dates-missing': {
    what: 'The template does not name the due dates.',
    why: 'The due date shows that the term has ended, also later in court.',
    todo: 'Put the list of invoices with due dates back.',
  },
  'template-pay-by-missing': {
    what: 'The template does not say until when the customer can pay.',
    why: 'A request without a date or term commits to nothing.',
    todo: 'Put the sentence with the date or the term back.',
  },
  'template-payment-missing': {
    what: 'The template does not say how the customer pays.',
    why: 'The payment block carries IBAN, name, reference and QR code.',
    todo: 'Put the payment block back.',
  },
  'template-next-step-missing': {
    what: 'The template does not name the next step.',
    why: 'Without a next step the customer does not know what happens if nothing is done.',
    todo: 'Put the paragraph with the next step back.',
  },
  'template-contact-missing': {
    what: 'The template does not say whom the customer can turn to.',
    why: 'Every letter offers a way for a question, an error or a plan.',
    todo: 'Put the paragraph with the contact details back.',
  },
  'template-consequence-missing': {
    what: 'The template names no consequences.',
    why: 'From the second reminder on a letter says what happens without payment: interest, costs or handover.',
    todo: 'Say in the next step what then happens.',
  },
  'template-legal-changed': {
    what: 'A legal text was changed while it is locked.',
    why: 'The law or a judge expects these words; another text can harm the claim.',
    todo: 'Put our text back, or unlock the template on purpose.',
  },
  'template-legal-unlocked': {
    what: 'A legal text differs from ours.',
    why: 'The template is unlocked; whether your words comply cannot be checked.',
    todo: 'Have the text checked by a lawyer, or put ours back.',
  },
  'template-legal-missing': {
    what: 'A legal text that the law asks for is missing.',
    why: 'Without it the letter does not have the effect that the law gives it.',
    todo: 'Put the legal text back.',
  },
  'template-piece-twice': {
    what: 'A part stands in the template twice.',
    why: 'What stands there twice can later contradict itself.',
    todo: 'Remove one of the two.',
  },
  'template-text-too-long': {
    what: 'A text in the template is longer than {{limit, number}} characters.',
    why: 'The letter then no longer fits on one or two pages.',
    todo: 'Shorten the text.',
  },
  'template-text-empty': {
    what: 'A text in the template is empty.',
    why: 'An empty part says nothing and leaves a gap.',
    todo: 'Type a text, put ours back or remove the part.',
  },
  'template-tone': {
    what: '“{{phrase}}” does not work in a letter.',
    why: 'Vague, apologetic and threatening words do not lead to payment and later harm your position.',
    todo: 'Rather write: {{better}}.',
  },
  'template-charges-asked': {
    what: '“{{phrase}}” may not stand in this letter.',
    why: 'This letter is free: it may not ask or announce costs, interest or a sum that you typed. To consumers the letter loses its effect by it.',
    todo: 'Take it out, or put it in a later letter.',
  },
  'template-second-term': {
    what: '“{{phrase}}” is another term than that of the law.',
    why: 'This letter may hold one term only, in the words of the law; a second term or a date makes it void.',
    todo: 'Take the term or the date out.',
  },
  'template-order': {
    what: 'The parts stand in an order that this letter does not allow.',
    why: 'The salutation comes first and the closing last; what refers to something else or is prescribed by law keeps its place.',
    todo: 'Move the part, or go back to our text.',
  },
  'template-block-required': {
    what: 'A part that stands in every letter of this kind is missing.',
    why: 'Without this part the letter is not complete.',
    todo: 'Put the part back.',
  },
} as const satisfies Record<string, ErrorText>;
