{
  description = "Linter for the Nix supply chain: locks, settings, caches and leaked secrets";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "aarch64-darwin"
        "aarch64-linux"
        "x86_64-darwin"
        "x86_64-linux"
      ];
      forEach = nixpkgs.lib.genAttrs systems;
    in
    {
      packages = forEach (
        system:
        let
          pkgs = nixpkgs.legacyPackages.${system};
        in
        {
          # dist/ is committed, self-contained and compared with the sources in CI: nothing is fetched or built.
          default = pkgs.stdenvNoCC.mkDerivation {
            pname = "nix-secure-lint";
            version = "0.1.0";
            src = self;
            dontBuild = true;
            nativeBuildInputs = [ pkgs.makeWrapper ];
            installPhase = ''
              runHook preInstall
              install -Dm644 -t $out/lib/nix-secure-lint package.json LICENSE
              install -Dm644 -t $out/lib/nix-secure-lint/dist dist/cli.js dist/licenses.txt
              makeWrapper ${pkgs.lib.getExe pkgs.nodejs} $out/bin/nix-secure-lint \
                --add-flags $out/lib/nix-secure-lint/dist/cli.js
              runHook postInstall
            '';
            meta = {
              mainProgram = "nix-secure-lint";
              license = pkgs.lib.licenses.mit;
            };
          };
        }
      );
    };
}
