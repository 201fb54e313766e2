/** The text of `--help`. */
export const helpText = `nix-secure-lint: hygiene of the Nix supply chain

usage
  nix-secure-lint [check] [dir]          lint a repository (default: the current directory)
  nix-secure-lint diff <old.lock> <new.lock>
                                         what changed between two locks, and what needs a decision
  nix-secure-lint approve <old.lock> <new.lock> | --base <revision> [dir]
                                         print policy entries that accept these changes
  nix-secure-lint audit [dir] [--since 8d|<date>|<revision>]
                                         replay every lock change since, and judge age and end of support
  nix-secure-lint explain <rule id | input path> [dir]
  nix-secure-lint init [dir]             write a commented policy that makes today green
  nix-secure-lint rules                  list every rule
  nix-secure-lint schema policy|report   print a JSON Schema
  nix-secure-lint debug lock <file>      the effective input graph of a lock, as JSON
  nix-secure-lint debug parse <file>     the tree of a Nix file, as nix-instantiate --parse prints it
  nix-secure-lint debug settings <file>  the effective settings of a nix.conf, as JSON

options of check
  --base <revision>|<lock>               judge what changed since; the policy comes from the revision
  --new-only                             list only what the base does not have, count the rest
  --profile default|strict|pedantic      how much is reported (default: default)
  --fail-on error|warning|notice|never   what makes the exit status 1 (default: error)
  --rule <id>=off|notice|warning|error   level of one rule, repeatable
  --policy <file>                        default: .github/nix-secure-lint.yml, nix-secure-lint.yml
  --canary <file>|-|env                  known secrets to search for, one per line or a JSON object;
                                         env reads NIX_SECURE_LINT_CANARY
  --format <name>[:<file>]               text, json, sarif, github, markdown, junit or gitlab, repeatable
  --fix[=unsafe] [--dry-run]             apply safe (or all) fixes to tracked files; --dry-run prints the patch

  --help, --version

exit status
  0 clean   1 a finding at or above --fail-on   2 usage or policy error   3 incomplete
`;
