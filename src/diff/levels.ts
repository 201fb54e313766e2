import { levels } from '../model/severity.ts';

/** A change that must not be merged as it is. */
export const refused = levels('error');
/** A change that is odd but has honest causes. */
export const warned = levels('warning', 'error');
/** A change that asks for a person's eyes: it is listed as a change request, and fails nothing. */
export const requested = levels('notice', 'warning');
/** A change that is only told. */
export const told = levels('off', 'off', 'notice');
/** A rollback is ordinary, and brings back what was fixed. */
export const older = levels('off', 'warning');
