import type { SettingContainer, SettingEnvironment, SettingsBlock } from '../model/setting.ts';
import { plainEnvironment } from '../model/setting.ts';
import type { ConfOptions } from '../parse/nix-conf.ts';
import { parseNixConf } from '../parse/nix-conf.ts';
import { assignment } from './assignment.ts';

/** What a block is besides its text. */
export type BlockFacts = {
  readonly container: SettingContainer;
  readonly label: string;
  readonly environment?: Partial<SettingEnvironment>;
};

/** Reads nix.conf text of any container into a block. Never throws. */
export function confBlock(
  text: string,
  facts: BlockFacts,
  options: ConfOptions = {},
): SettingsBlock {
  const { written, faults, gaps } = parseNixConf(text, options);
  return {
    container: facts.container,
    label: facts.label,
    assignments: written.map(assignment),
    faults,
    gaps,
    flags: [],
    environment: { ...plainEnvironment, ...facts.environment },
  };
}
