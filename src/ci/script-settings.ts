import type { Script } from '../model/script.ts';
import type { SettingsFile } from '../model/setting.ts';
import { yamlContent } from './content.ts';
import { contentBlock, shellSettings } from './shell-settings.ts';

/** Every place in a script, justfile, Makefile or Dockerfile that sets Nix settings. */
export function scriptSettings({ flavour, scripts, variables }: Script): SettingsFile {
  const container = flavour === 'dockerfile';
  const environment = { container };
  const blocks = [
    ...variables
      .filter(({ name }) => name === 'NIX_CONFIG')
      .map(({ text }) =>
        contentBlock(yamlContent(text.value), 'NIX_CONFIG', 'NIX_CONFIG', environment),
      ),
    ...scripts.flatMap((script) => shellSettings(script, environment)),
  ];
  if (!container) return { blocks };
  return { blocks: blocks.map((block) => Object.assign({}, block, { container: 'dockerfile' })) };
}
