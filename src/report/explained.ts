import type { Finding } from '../model/finding.ts';
import { shownMessage } from './visible.ts';

/** What is wrong and how to fix it in one line, for formats that have one field for both. */
export function explained({ message, help }: Finding): string {
  if (help === '') return shownMessage(message);
  return `${shownMessage(message)}. ${shownMessage(help.charAt(0).toUpperCase() + help.slice(1))}`;
}
