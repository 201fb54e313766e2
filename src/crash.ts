/** What is said of an error nobody expected. Its message may carry text of the repository, so it is left out. */
export function crashMessage(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  return `internal error (${name}); nothing was concluded. Please report it.`;
}

/** Where the error arose: the frames of its stack, without the message that stands before them. */
export function crashFrames(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  const { stack, message } = error;
  const at = stack.indexOf(message);
  // A message that was changed later cannot be told from the frames.
  if (at < 0) return '';
  const frames = stack.slice(at + message.length).split('\n');
  return frames.filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line)).join('\n');
}
