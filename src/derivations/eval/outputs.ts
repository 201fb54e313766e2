/** How an output leads to derivations. `many` is a set of them by name. */
export type OutputShape =
  | { readonly kind: 'derivation' | 'app'; readonly perSystem: boolean; readonly many: boolean }
  /** A set of configurations; `below` is the attribute path from one of them to its derivation. */
  | { readonly kind: 'configuration'; readonly below: readonly string[] }
  /** Anything: searched for derivations. */
  | { readonly kind: 'nested' }
  | { readonly kind: 'ignored' };

const many = (kind: 'derivation' | 'app'): OutputShape => ({ kind, perSystem: true, many: true });
const one = (kind: 'derivation' | 'app'): OutputShape => ({ kind, perSystem: true, many: false });
const configuration = (...below: readonly string[]): OutputShape => ({
  kind: 'configuration',
  below,
});
const ignored: OutputShape = { kind: 'ignored' };

/** Outputs that `nix flake check` or a widely used tool gives a meaning. */
const known: ReadonlyMap<string, OutputShape> = new Map([
  ['packages', many('derivation')],
  ['checks', many('derivation')],
  ['devShells', many('derivation')],
  ['apps', many('app')],
  ['formatter', one('derivation')],
  ['defaultPackage', one('derivation')],
  ['devShell', one('derivation')],
  ['defaultApp', one('app')],
  ['nixosConfigurations', configuration('config', 'system', 'build', 'toplevel')],
  ['darwinConfigurations', configuration('config', 'system', 'build', 'toplevel')],
  ['homeConfigurations', configuration('activationPackage')],
  ['nixOnDroidConfigurations', configuration('activationPackage')],
  ['systemConfigs', configuration()],
  ['legacyPackages', ignored],
  ['lib', ignored],
  ['libs', ignored],
  ['overlay', ignored],
  ['overlays', ignored],
  ['nixosModule', ignored],
  ['nixosModules', ignored],
  ['darwinModules', ignored],
  ['homeModules', ignored],
  ['homeManagerModules', ignored],
  ['flakeModule', ignored],
  ['flakeModules', ignored],
  ['modules', ignored],
  ['templates', ignored],
  ['defaultTemplate', ignored],
  ['bundlers', ignored],
  ['defaultBundler', ignored],
  ['schemas', ignored],
  ['inputs', ignored],
]);

/** What is known of an output by its name. */
export function shapeOf(output: string): OutputShape {
  return known.get(output) ?? { kind: 'nested' };
}

/** A Nix string literal of any text: an attribute may be called `${x}` or hold a quote. */
export function nixString(text: string): string {
  return `"${text.replace(/[\\"$]/g, '\\$&')}"`;
}

/** Selects an attribute path below an expression. */
export function select(base: string, path: readonly string[]): string {
  return [base, ...path.map(nixString)].join('.');
}

/** An attribute path for people: `packages.x86_64-linux."a.b"`. */
export function showPath(path: readonly string[]): string {
  return path.map((name) => (/^[\w'-]+$/.test(name) ? name : JSON.stringify(name))).join('.');
}

/** Reads `a.b."c.d"`; undefined when a quote is not closed. */
export function parsePath(text: string): string[] | undefined {
  const names: string[] = [];
  const part = /(?:"((?:[^"\\]|\\.)*)"|([^."]+))(\.|$)/y;
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    if (match === null) return undefined;
    names.push(match[1]?.replace(/\\(.)/g, '$1') ?? match[2] ?? '');
  }
  return names;
}

/**
 * Functions the questions use, for one system.
 * - `drvOf`: derivation → list of its `.drv` path, anything else → empty list.
 * - `appOf`: app → `.drv` paths its program comes from.
 * - `find`: depth → path → value → paths of derivations below. It does not enter what is no plain set of
 *   outputs: module evaluations (their `pkgs` is a whole package set), other systems, huge sets.
 * - `any`: value of an attribute somebody named → `.drv` paths.
 */
export function prelude(system: string): string {
  return `
    system = ${nixString(system)};
    try = fallback: value: let tried = builtins.tryEval value; in if tried.success then tried.value else fallback;
    isDrv = value: builtins.isAttrs value && (value.type or null) == "derivation";
    drvOf = value: if builtins.isAttrs value && value ? drvPath
      then [ (builtins.unsafeDiscardStringContext value.drvPath) ] else [ ];
    drvNames = context: builtins.filter (name: builtins.match ".*\\\\.drv" name != null) (builtins.attrNames context);
    appOf = app: drvNames (builtins.getContext "\${app.program}");
    toplevel = value: value.config.system.build.toplevel or value.activationPackage or null;
    systemLike = name: builtins.match "(x86_64|aarch64|i686|armv[67]l|riscv64|powerpc64le)-(linux|darwin|freebsd)" name != null;
    children = value: builtins.filter
      (name: !(systemLike name && name != system) && builtins.substring 0 1 name != "_" && name != "pkgs")
      (builtins.attrNames value);
    find = depth: path: value:
      if !(try false (builtins.isAttrs value)) || !(try true (builtins.seq (value.type or null) true)) then [ ]
      else if isDrv value then [ path ]
      else if value ? _module || value ? extendModules then
        (if try false (isDrv (toplevel value)) then [ path ] else [ ])
      else if depth == 0 || builtins.length (builtins.attrNames value) > 1000 then [ ]
      else builtins.concatMap (name: find (depth - 1) (path ++ [ name ]) value.\${name}) (children value);
    any = value:
      if isDrv value then drvOf value
      else if (value.type or null) == "app" then appOf value
      else let top = toplevel value; in
        if top != null then drvOf top
        else builtins.concatMap (path: any (builtins.foldl' (set: name: set.\${name}) value path)) (find 4 [ ] value);
  `;
}
