import type { Acceptance } from '../model/policy.ts';

/** How long before its end an acceptance is announced, so that it can be renewed in time. */
const noticeDays = 14;

const dayLength = 24 * 60 * 60 * 1000;

export type Term = 'open' | 'expiring' | 'expired';

/** Where `now` stands to the last day of an acceptance, which is included; days are UTC. */
export function termOf(acceptance: Pick<Acceptance, 'until'>, now: Date): Term {
  if (acceptance.until === undefined) return 'open';
  if (acceptance.until < day(now)) return 'expired';
  return acceptance.until <= day(new Date(now.getTime() + noticeDays * dayLength))
    ? 'expiring'
    : 'open';
}

/** Whether an acceptance has effect; an expired one is as good as absent. */
export function isLive(acceptance: Pick<Acceptance, 'until'>, now: Date): boolean {
  return termOf(acceptance, now) !== 'expired';
}

/** ISO days compare by code unit. */
function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
