// Commands of the calendar and of digests, typed where nothing is kept: a terminal, the console's question box.

import type { Answer } from '../answer/answer.ts'
import { readDigestCommand } from './digest-command.ts'
import { readMaintenanceCommand } from './maintenance-command.ts'
import { said } from './said.ts'

/** Where to type it instead; undefined for a question, and "maintenance" alone is one here. */
export function keptElsewhere(text: string): Answer | undefined {
  if (/^\W*maintenance\W*$/iu.test(text)) return undefined
  if (readMaintenanceCommand(text)) {
    const note = 'The console’s page Maintenance shows it as well.'
    return said('unknown', 'The calendar of maintenance is kept where people talk: say that in Slack or Teams.', note)
  }
  if (readDigestCommand(text)) {
    const note = 'In a terminal, “raci digest --dry-run” prints one.'
    return said('unknown', 'Digests are posted into channels: say that in Slack or Teams.', note)
  }
  return undefined
}
