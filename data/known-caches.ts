/** A cache many repositories use, with the keys that sign for it. */
export type KnownCache = {
  /** Without trailing slash. */
  readonly url: string;
  /** As in `trusted-public-keys`. */
  readonly keys: readonly string[];
  /** Where the pair was confirmed. */
  readonly source: string;
  /** One person's cache: its key can be checked, but naming it is no ordinary choice for others. */
  readonly personal?: true;
};

/** Day after which the table wants another look; keys rotate rarely. */
export const knownCachesFreshUntil = '2027-11-30';

/**
 * Public caches. A pair is here when its project publishes it or when it stands identically in at least three
 * repositories without common owner; keys of examples are left out.
 */
export const knownCaches: readonly KnownCache[] = [
  {
    url: 'https://cache.nixos.org',
    keys: ['cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY='],
    source: 'default of Nix, src/libstore/globals.cc',
  },
  {
    url: 'https://nix-community.cachix.org',
    keys: ['nix-community.cachix.org-1:mB9FSh9qf2dCimDSUo8Zy7bkq5CX+/rkCWyvRCYg3Fs='],
    source: 'https://nix-community.org/cache',
  },
  {
    url: 'https://cachix.cachix.org',
    keys: ['cachix.cachix.org-1:eWNHQldwUO7G2VkjpnjDbWwy4KQ/HNxht7H4SSoMckM='],
    source: 'seen identically in 4 repositories',
  },
  {
    url: 'https://devenv.cachix.org',
    keys: ['devenv.cachix.org-1:w1cLUi8dv3hnoSPGAuibQv+f9TZLr6cv/Hm9XgU50cw='],
    source: 'https://devenv.sh/binary-caching',
  },
  {
    url: 'https://pre-commit-hooks.cachix.org',
    keys: ['pre-commit-hooks.cachix.org-1:Pkk3Panw5AW24TOv6kz3PvLhlH8puAsJTBbOPmBo7Rc='],
    source: 'seen identically in 3 repositories',
  },
  {
    url: 'https://numtide.cachix.org',
    keys: ['numtide.cachix.org-1:2ps1kLBUWjxIneOy1Ik6cQjb41X0iXVXeHigGmycPPE='],
    source: 'https://numtide.com',
  },
  {
    url: 'https://cuda-maintainers.cachix.org',
    keys: ['cuda-maintainers.cachix.org-1:0dq3bujKpuEPMCX6U4WylrUDZ9JyUG0VpVZa7CNfq5E='],
    source: 'https://app.cachix.org/cache/cuda-maintainers',
  },
  {
    url: 'https://cache.nixos-cuda.org',
    keys: ['cache.nixos-cuda.org:74DUi4Ye579gUqzH4ziL9IyiJBlDpMRn9MBN8oNan9M='],
    source: 'https://wiki.nixos.org/wiki/CUDA',
  },
  {
    url: 'https://hyprland.cachix.org',
    keys: ['hyprland.cachix.org-1:a7pgxzMz7+chwVL3/pzj6jIBMioiJM7ypFP8PwtkuGc='],
    source: 'https://wiki.hypr.land/Nix/Cachix',
  },
  {
    url: 'https://nix-gaming.cachix.org',
    keys: ['nix-gaming.cachix.org-1:nbjlureqMbRAxR1gJ/f3hxemL9svXaZF/Ees8vCUUs4='],
    source: 'https://github.com/fufexan/nix-gaming',
  },
  {
    url: 'https://nixpkgs-wayland.cachix.org',
    keys: ['nixpkgs-wayland.cachix.org-1:3lwxaILxMRkVhehr5StQprHdEo4IrE8sRho9R9HOLYA='],
    source: 'https://github.com/nix-community/nixpkgs-wayland',
  },
  {
    url: 'https://helix.cachix.org',
    keys: ['helix.cachix.org-1:ejp9KQpR1FBI2onstMQ34yogDm4OgU2ru6lIwPvuCVs='],
    source: 'seen identically in 4 repositories',
  },
  {
    url: 'https://microvm.cachix.org',
    keys: ['microvm.cachix.org-1:oXnBc6hRE3eX5rSYdRyMYXnfzcCxC7yKPTbZXALsqys='],
    source: 'seen identically in 4 repositories',
  },
  {
    url: 'https://catppuccin.cachix.org',
    keys: ['catppuccin.cachix.org-1:noG/4HkbhJb+lUAdKrph6LaozJvAeEEZj4N732IysmU='],
    source: 'seen identically in 3 repositories',
  },
  {
    url: 'https://yazi.cachix.org',
    keys: ['yazi.cachix.org-1:Dcdz63NZKfvUCbDGngQDAZq6kOroIrFoyO064uvLh8k='],
    source: 'https://yazi-rs.github.io/docs/installation',
  },
  {
    url: 'https://cache.garnix.io',
    keys: ['cache.garnix.io:CTFPyKSLcx5RMJKfLo5EEPUObbA78b0YQ2DTCJXqr9g='],
    source: 'https://garnix.io/docs/caching',
  },
  {
    url: 'https://cache.lix.systems',
    keys: ['cache.lix.systems:aBnZUw8zA7H35Cz2RyKFVs3H4PlGTLawyY5KRbvJR8o='],
    source: 'https://lix.systems/add-to-config',
  },
  {
    url: 'https://cache.flakehub.com',
    keys: [
      'cache.flakehub.com-3:hJuILl5sVK4iKm86JzgdXW12Y2Hwd5G07qKtHTOcDCM=',
      'cache.flakehub.com-4:Asi8qIv291s0aYLyH6IOnr5Kf6+OF14WVjkE6t3xMio=',
      'cache.flakehub.com-5:zB96CRlL7tiPtzA9/WKyPkp3A2vqxqgdgyTVNGShPDU=',
      'cache.flakehub.com-6:W4EGFwAGgBj3he7c5fNh9NkOXw0PUVaxygCVKeuvaqU=',
      'cache.flakehub.com-7:mvxJ2DZVHn/kRxlIaxYNMuDG1OvMckZu32um1TadOR8=',
      'cache.flakehub.com-8:moO+OVS0mnTjBTcOUh2kYLQEd59ExzyoW1QgQ8XAARQ=',
      'cache.flakehub.com-9:wChaSeTI6TeCuV/Sg2513ZIM9i0qJaYsF+lZCXg0J6o=',
      'cache.flakehub.com-10:2GqeNlIp6AKp4EF2MVbE1kBOp9iBSyo0UPR9KoR0o1Y=',
    ],
    source: 'https://docs.determinate.systems/flakehub/cache',
  },
  {
    url: 'https://install.determinate.systems',
    keys: ['cache.flakehub.com-3:hJuILl5sVK4iKm86JzgdXW12Y2Hwd5G07qKtHTOcDCM='],
    source: 'https://docs.determinate.systems',
  },
  {
    url: 'https://cache.iog.io',
    keys: ['hydra.iohk.io:f/Ea+s+dFdN+3Y/G+FDgSq+a5NEWhJGzdjvKNGv0/EQ='],
    source: 'seen identically in 13 repositories',
  },
  {
    url: 'https://hydra.iohk.io',
    keys: ['hydra.iohk.io:f/Ea+s+dFdN+3Y/G+FDgSq+a5NEWhJGzdjvKNGv0/EQ='],
    source: 'seen identically in 13 repositories',
  },
  {
    url: 'https://iohk.cachix.org',
    keys: ['iohk.cachix.org-1:DpRUyj7h7V830dp/i6Nti+NEO2/nhblbov/8MW7Rqoo='],
    source: 'seen identically in 3 repositories',
  },
  {
    url: 'https://nixcache.reflex-frp.org',
    keys: ['ryantrinkle.com-1:JJiAKaRv9mWgpVAz8dwewnZe0AzzEAzPkagE9SP5NWI='],
    source: 'https://github.com/reflex-frp/reflex-platform',
  },
  {
    url: 'https://niks3.numtide.com',
    keys: ['niks3.numtide.com-1:DTx8wZduET09hRmMtKdQDxNNthLQETkc/yaX7M4qK0g='],
    source: 'seen identically in 3 repositories',
  },
  {
    url: 'https://cache.thalheim.io',
    keys: ['cache.thalheim.io-1:R7msbosLEZKrxk/lKxf9BTjOOH7Ax3H0Qj0/6wiHOgc='],
    source: 'seen identically in 5 repositories',
    personal: true,
  },
  {
    url: 'https://gvolpe-nixos.cachix.org',
    keys: ['gvolpe-nixos.cachix.org-1:0MPlBIMwYmrNqoEaYTox15Ds2t1+3R+6Ycj0hZWMcL0='],
    source: 'seen identically in 3 repositories',
    personal: true,
  },
  {
    url: 'https://linyinfeng.cachix.org',
    keys: ['linyinfeng.cachix.org-1:sPYQXcNrnCf7Vr7T0YmjXz5dMZ7aOKG3EqLja0xr9MM='],
    source: 'seen identically in 3 repositories',
    personal: true,
  },
  {
    url: 'https://nix-config.cachix.org',
    keys: ['nix-config.cachix.org-1:Vd6raEuldeIZpttVQfrUbLvXJHzzzkS0pezXCVVjDG4='],
    source: 'seen identically in 3 repositories',
    personal: true,
  },
  {
    url: 'https://nrdxp.cachix.org',
    keys: ['nrdxp.cachix.org-1:Fc5PSqY2Jm1TrWfm88l6cvGWwz3s93c6IOifQWnhNW4='],
    source: 'seen identically in 3 repositories',
    personal: true,
  },
];
