import type { Assignment, WrittenSetting } from '../model/setting.ts';
import { settingName } from './registry.ts';

/** Looks the name of a written setting up. */
export function assignment(written: WrittenSetting): Assignment {
  const { canonical, operation } = settingName(written.name);
  return { ...written, canonical, operation };
}

/**
 * The same for an attribute of `nix.settings`: NixOS merges every definition of a list and adds its own default,
 * so a plain list definition appends unless `mkForce` replaces the rest.
 */
export function moduleAssignment(
  written: WrittenSetting,
  list: boolean,
  forced: boolean,
): Assignment {
  const looked = { ...assignment(written), ordered: false } as const;
  return list && !forced ? { ...looked, operation: 'extra' } : looked;
}
