/** Names `nix` takes for inputs (`flakeIdRegex`, libflake/flakeref.cc); nothing in them means something to a shell. */
const inputName = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Longer paths are no help to read. */
const maxPath = 200;

/**
 * A help text with the input it is about in place of `<input>` and `inputs.<name>.inputs.<name>`. The name
 * comes from a lock and the text is made to be pasted into a shell: where the subject is anything but a
 * path of plain names, the text stays as it is. `devenv.lock` is updated by `devenv`.
 */
export function filledHelp(help: string, path: string, subject: string): string {
  const ofDevenv = path === 'devenv.lock' || path.endsWith('/devenv.lock');
  const own = ofDevenv ? help.replaceAll('nix flake update', 'devenv update') : help;
  const names = subject.split('/');
  if (subject.length > maxPath || !names.every((name) => inputName.test(name))) return own;
  const nested =
    names.length < 2
      ? own
      : own.replaceAll('inputs.<name>.inputs.<name>', `inputs.${names.join('.inputs.')}`);
  return nested.replaceAll('<input>', subject);
}
