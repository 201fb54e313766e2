/** How bad a finding is, mildest first. */
export const severities = ['notice', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** What a profile or a policy makes of a rule. */
export const levelNames = ['off', ...severities] as const;
export type Level = (typeof levelNames)[number];

export const profiles = ['default', 'strict', 'pedantic'] as const;
export type Profile = (typeof profiles)[number];

/** The level of one reason of a rule in every profile. */
export type Levels = Readonly<Record<Profile, Level>>;

/** Levels by profile; `pedantic` is at least as strict as `strict`, so it defaults to it. */
export function levels(
  standard: Level,
  strict: Level = standard,
  pedantic: Level = strict,
): Levels {
  return { default: standard, strict, pedantic };
}

/** Whether `severity` is at least as bad as `threshold`. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}
