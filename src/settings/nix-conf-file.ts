import type { DocumentOf, Source } from '../model/document.ts';
import type { SettingEnvironment } from '../model/setting.ts';
import type { ConfFiles } from '../parse/nix-conf.ts';
import { confBlock } from './block.ts';
import type { ConfNeighbours } from './included.ts';
import { includableFiles } from './included.ts';

/** Folder names that hold what goes into a container image or dev container. */
const containerFolders: ReadonlySet<string> = new Set([
  '.devcontainer',
  'container',
  'containers',
  'devcontainer',
  'docker',
  'dockerfiles',
  'images',
]);

const containerFiles: ReadonlySet<string> = new Set([
  'Containerfile',
  'Dockerfile',
  'devcontainer.json',
  'docker-compose.yaml',
  'docker-compose.yml',
]);

/** The document of a nix.conf file with what it includes; a Dockerfile beside it is noticed. */
export function readNixConf(
  source: Source,
  { exists, problem, read }: ConfNeighbours & { readonly exists: (path: string) => boolean },
): DocumentOf<'settings'> {
  const facts = {
    container: 'nix-conf',
    label: source.path.slice(source.path.lastIndexOf('/') + 1),
    environment: environmentOf(source.path, read, exists),
  } as const;
  const { files: others, included } = includableFiles({ problem, read });
  const files = { path: source.path, ...others };
  const block = confBlock(source.text, facts, { files });
  return { ...source, kind: 'settings', model: { blocks: [block], included } };
}

/** Image descriptions at the usual places further down, which count when they name the file. */
const imageFiles = [
  '.devcontainer/Dockerfile',
  '.devcontainer/devcontainer.json',
  'container/Dockerfile',
  'docker/Dockerfile',
];

function isCopied(path: string, read: ConfFiles): boolean {
  return imageFiles.some((file) => read(file)?.includes(path) === true);
}

function environmentOf(
  path: string,
  read: ConfFiles,
  exists: (path: string) => boolean,
): Partial<SettingEnvironment> {
  const folders = path.split('/').slice(0, -1);
  const folder = folders.length === 0 ? '' : `${folders.join('/')}/`;
  const inFolder = folders.some((name) => containerFolders.has(name.toLowerCase()));
  const beside = [...containerFiles].some((name) => exists(folder + name));
  return {
    container: inFolder || beside || isCopied(path, read),
    systemWide: `/${path}`.endsWith('/etc/nix/nix.conf'),
  };
}
