/** What happened, why that is likely, and what to do next: the three sentences every error code has in every language. */
export type ErrorText = { readonly what: string; readonly why: string; readonly todo: string };
