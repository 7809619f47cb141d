import type { FieldError, SubmitResult } from '@maths-hubs/sdk/applications';

export type NotReceived = Exclude<SubmitResult, { readonly outcome: 'received' }>;

/** How far an application is. The answers themselves are the draft. */
export type Progress =
  | { readonly at: 'filling'; readonly errors: readonly FieldError[] }
  | { readonly at: 'sending' }
  | { readonly at: 'failed'; readonly result: NotReceived; readonly offline: boolean }
  | ({ readonly at: 'received' } & Extract<SubmitResult, { readonly outcome: 'received' }>);

/** Something the person should know about answers that they did not just type. */
export type Remark = 'draft' | 'draft-changed' | 'prefilled' | 'keep-failed';
