import type { Derivation, DerivationFault } from '../../model/derivation.ts';
import { parseAterm } from './aterm.ts';
import { derivationParts } from './json-parts.ts';
import { ShapeFault, field, kindOf, record, stringList } from './json-value.ts';
import { writeAterm } from './write.ts';

/** A derivation of a JSON document and the store path of its `.drv`. */
export type NamedDerivation = {
  readonly path: string;
  readonly derivation: Derivation | DerivationFault;
};

export type DerivationJson = {
  readonly derivations: readonly NamedDerivation[];
  /** Why the document as a whole could not be read. */
  readonly fault?: DerivationFault;
};

/**
 * Reads what `nix derivation show` (`nix show-derivation` up to 2.14) prints: a map from `.drv` path to
 * derivation, from 2.33 on below `derivations`. Each derivation becomes the ATerm text Nix stores, so that
 * everything after this reader knows one form only. `storeDirectory` completes the base names that formats
 * 3 and 4 hold instead of paths.
 */
export function parseDerivationJson(text: string, storeDirectory: string): DerivationJson {
  const parsed = parseJson(text);
  if ('fault' in parsed) return { derivations: [], fault: parsed.fault };
  try {
    const outer = record(parsed.value, 'the document');
    const map = record(field(outer, 'derivations') ?? outer, '`derivations`');
    const derivations = Object.keys(map).map((key) => ({
      path: key.startsWith('/') ? key : `${storeDirectory}/${key}`,
      derivation: readOne(field(map, key), storeDirectory),
    }));
    return { derivations };
  } catch (error) {
    return { derivations: [], fault: shapeFault(error) };
  }
}

function readOne(value: unknown, storeDirectory: string): Derivation | DerivationFault {
  try {
    return parseAterm(writeAterm(derivationParts(value, storeDirectory)));
  } catch (error) {
    return shapeFault(error);
  }
}

function parseJson(
  text: string,
): { readonly value: unknown } | { readonly fault: DerivationFault } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    // The message of JSON.parse quotes the text, which may hold a secret.
    return { fault: { cause: 'parse', problem: 'not a JSON document', offset: 0 } };
  }
}

function shapeFault(error: unknown): DerivationFault {
  if (error instanceof ShapeFault) return { cause: 'parse', problem: error.message, offset: 0 };
  throw error;
}

/** One line of nix-eval-jobs: a derivation, or an attribute that could not be evaluated. */
export type EvalJob = {
  readonly attributes: readonly string[];
  readonly drvPath?: string;
  readonly error?: string;
};

/** Reads the JSON lines of nix-eval-jobs (`src/worker.cc`); a line that is none is a job with an error. */
export function parseEvalJobs(text: string): EvalJob[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const parsed = parseJson(line);
    if ('fault' in parsed) return unreadable(index, parsed.fault.problem);
    return readJob(parsed.value, index);
  });
}

function readJob(value: unknown, index: number): EvalJob {
  try {
    const job = record(value, 'the line');
    const path = field(job, 'attrPath') ?? [field(job, 'attr') ?? ''];
    const attributes = stringList(path, '`attrPath`');
    const drvPath = field(job, 'drvPath');
    if (typeof drvPath === 'string') return { attributes, drvPath };
    const error = field(job, 'error');
    const problem = typeof error === 'string' ? error : `\`drvPath\` is ${kindOf(drvPath)}`;
    return { attributes, error: problem };
  } catch (error) {
    return unreadable(index, shapeFault(error).problem);
  }
}

function unreadable(index: number, problem: string): EvalJob {
  return { attributes: [], error: `line ${index + 1}: ${problem}` };
}
