import { visible } from './report/visible.ts';

/** Where progress is shown; standard error of a process. */
export type ProgressSink = {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/** Says what long work is about to do. `end` takes away what only mattered meanwhile. */
export type Progress = { readonly tell: (line: string) => void; readonly end: () => void };

const CLEAR = '\r\u001B[2K';
const DEFAULT_COLUMNS = 80;

/** On a terminal one line that is written over, elsewhere, as in the log of a workflow, a line each. */
export function progressTo(sink: ProgressSink): Progress {
  if (sink.isTTY !== true) {
    return {
      tell: (line) => void sink.write(`nix-secure-lint: ${visible(line)}\n`),
      end: () => {},
    };
  }
  let shown = false;
  return {
    tell(line) {
      shown = true;
      sink.write(`${CLEAR}${visible(line).slice(0, (sink.columns ?? DEFAULT_COLUMNS) - 1)}`);
    },
    end() {
      if (shown) sink.write(CLEAR);
      shown = false;
    },
  };
}
