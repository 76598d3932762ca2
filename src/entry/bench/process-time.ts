import { readdir, readFile } from "node:fs/promises";

/** Clock ticks of a second in /proc on Linux (proc_pid_stat(5)); it is 100 wherever Node runs. */
const TICKS = 100;

interface ProcessTimes {
  readonly name: string;
  readonly parent: number;
  /** Milliseconds of CPU time so far. */
  readonly cpu: number;
}

/** Milliseconds of CPU time, so far, of each process of a name below another, by its id. Linux only: empty elsewhere. */
export async function cpuTimesBelow(pid: number, wanted: string): Promise<ReadonlyMap<number, number>> {
  const all = new Map<number, ProcessTimes>();
  for (const name of await readdir("/proc").catch(() => [])) {
    const times = /^\d+$/u.test(name) ? await timesOf(name) : null;
    if (times !== null) all.set(Number(name), times);
  }
  const isBelow = (id: number): boolean => {
    const parent = all.get(id)?.parent ?? 0;
    return parent === pid || (parent !== 0 && isBelow(parent));
  };
  return new Map(
    [...all].filter(([id, { name }]) => name === wanted && isBelow(id)).map(([id, { cpu }]) => [id, cpu]),
  );
}

async function timesOf(pid: string): Promise<ProcessTimes | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat === null) return null;
  // The name may hold anything, parentheses as well: the fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
  const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
  return { name, parent: parent ?? 0, cpu: (((user ?? 0) + (system ?? 0)) / TICKS) * 1000 };
}
