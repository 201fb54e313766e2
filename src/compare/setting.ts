import type { DiffSetting } from '../diff/locks.ts';
import type { Policy } from '../model/policy.ts';
import { undoneFix } from './advisories.ts';
import { coverOf } from '../policy/inventory.ts';

/** What policy says about the changes of one lock, by its path. */
export function lockSettingOf(policy: Policy, now: Date): (lock: string) => DiffSetting {
  const { inventory, maxJump, cooldown } = policy;
  const cover = inventory && coverOf(inventory, now);
  return (lock) => ({
    now,
    undoneFix,
    ...(maxJump !== undefined && { maxJump }),
    ...(cooldown !== undefined && { cooldown }),
    ...(cover && {
      isUnlisted: (input, source) => cover({ lock, input, source }) === undefined,
    }),
  });
}
