/** Longest pattern. Input paths of a real lock reach 280 characters. */
export const maxPatternLength = 2048;

/** Most entries of one list: the inventory of the largest known lock has some 1,000. */
export const maxEntries = 5000;

/** Longer than any policy or inventory of a large fleet, in characters. */
export const maxSettingsLength = 1024 * 1024;
