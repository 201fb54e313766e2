import type { Script } from '../model/script.ts';
import type { SettingsFile } from '../model/setting.ts';
import type { Includable } from '../parse/nix-conf.ts';
import { yamlContent } from './content.ts';
import { shellSettings, variableBlock } from './shell-settings.ts';

/** Every place in a script, justfile, Makefile or Dockerfile that sets Nix settings. */
export function scriptSettings(
  { flavour, scripts, variables }: Script,
  files?: Includable,
): SettingsFile {
  const container = flavour === 'dockerfile';
  const around = { environment: { container }, ...(files && { files }) };
  const blocks = [
    ...variables.flatMap(({ name, text }) => variableBlock(name, yamlContent(text.value), around)),
    ...scripts.flatMap((script) => shellSettings(script, around)),
  ];
  if (!container) return { blocks };
  return { blocks: blocks.map((block) => Object.assign({}, block, { container: 'dockerfile' })) };
}
