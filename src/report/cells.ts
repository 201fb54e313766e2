/**
 * Code points that fill two terminal cells and are no emoji: East Asian Wide and Fullwidth of Unicode
 * UAX #11, as pairs of first and last. Emoji are asked of the engine.
 */
const wide: readonly (readonly [number, number])[] = [
  [0x11_00, 0x11_5f],
  [0x23_29, 0x23_2a],
  [0x2e_80, 0x30_3e],
  [0x30_41, 0x32_47],
  [0x32_50, 0x4d_bf],
  [0x4e_00, 0xa4_cf],
  [0xa9_60, 0xa9_7c],
  [0xac_00, 0xd7_a3],
  [0xf9_00, 0xfa_ff],
  [0xfe_10, 0xfe_19],
  [0xfe_30, 0xfe_6b],
  [0xff_01, 0xff_60],
  [0xff_e0, 0xff_e6],
  [0x1_6f_e0, 0x1_8d_ff],
  [0x1_af_f0, 0x1_b2_fb],
  [0x1_f2_00, 0x1_f2_ff],
  [0x2_00_00, 0x3_ff_fd],
];

/** Terminal cells one code point fills: 0 for combining marks, 2 for wide characters, else 1. */
export function cellsOf(char: string): 0 | 1 | 2 {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x3_00) return 1;
  if (/^[\p{Mn}\p{Me}]/u.test(char)) return 0;
  if (/^\p{Emoji_Presentation}/u.test(char)) return 2;
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** Terminal cells a text without control characters fills. */
export function cells(text: string): number {
  let sum = 0;
  for (const char of text) sum += cellsOf(char);
  return sum;
}
