import type { Host } from '../model/host.ts';
import type { Fault } from '../policy/fault.ts';

export type Done =
  | {
      readonly ok: true;
      readonly text: string;
      readonly files: readonly { readonly path: string; readonly text: string }[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };
export async function init(_host: Host): Promise<Done> {
  return { ok: false, faults: [] };
}
export async function explain(_command: unknown, _host: Host): Promise<Done> {
  return { ok: false, faults: [] };
}
