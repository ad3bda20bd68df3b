/** Whether a mail with its attachments is small enough to arrive. */
import { appError, type AppError } from '../../../src-shared/errors.ts';

/** In megabytes of 1,000,000 bytes. Ten is what business mail servers take as a rule; what the user may set lies within the bounds. */
export const mailSizeLimits = { least: 1, usual: 10, most: 50 } as const;

/** Headers, borders between the parts and the two forms of the text take this at most. */
const overhead = 20_000;
/** Base64 makes four characters of three bytes, and a line break after each 76 (RFC 2045 §6.8). */
export const sizeInMail = (bytes: number): number => {
  const characters = Math.ceil(bytes / 3) * 4;
  return characters + Math.ceil(characters / 76) * 2;
};

/** The refusal `mail-too-large` with size and limit in megabytes, or null. Sizes in bytes as they are on disk. */
export function checkMailSize({ bodyBytes, attachmentBytes, limitMb }: { readonly bodyBytes: number; readonly attachmentBytes: readonly number[]; readonly limitMb: number }): AppError | null {
  const size = attachmentBytes.reduce((sum, bytes) => sum + sizeInMail(bytes), overhead + sizeInMail(bodyBytes));
  if (size <= limitMb * 1_000_000) return null;
  return appError('mail-too-large', { size: Math.ceil(size / 100_000) / 10, limit: limitMb });
}
