// What a process has worked so far: on a busy machine it says more than the turns a second do.

import { readFile } from 'node:fs/promises'

/** Of a tick, as Linux counts them for every program: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICK_MICROSECONDS = 10_000

/** Microseconds of CPU of the process with all of its threads; undefined where the system does not tell. */
export async function cpuTimeOf(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The program's name comes in brackets and may hold anything; user and system time are 12 and 13 fields behind it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields?.[11]) + Number(fields?.[12])
  return Number.isFinite(ticks) ? ticks * TICK_MICROSECONDS : undefined
}
