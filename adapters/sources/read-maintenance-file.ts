// One YAML file of knowledge/maintenance: windows, sources and holidays.

import { z } from 'zod'
import type { Issue } from '../../src/domain/knowledge.ts'
import {
  type HolidayCalendar,
  type Instant,
  MAINTENANCE_STATES,
  type MaintenanceReport,
} from '../../src/domain/maintenance.ts'
import { isZone, readInstant, readLocal } from './instants.ts'
import { configOf, FOLDER_SOURCE, type SourceConfig, sourceSchema } from './source-config.ts'
import { type Listed, YamlFile } from './yaml-file.ts'

const words = z.string('must be text').trim().min(1, 'must not be empty')
const zone = words.refine(isZone, 'must be an IANA zone such as Europe/Paris')
const day = words.refine(
  (text) => text.length === 10 && readLocal(text, 'UTC') !== undefined,
  'must be a day such as 2026-12-25',
)
const address = z.url({ protocol: /^https?$/u, error: 'must be an http or https address' })

const windowSchema = z.strictObject({
  id: words.regex(/^[\w.-]{1,100}$/u, 'must be a short name without spaces'),
  products: z.array(words, 'must be a list of products').min(1, 'must name a product'),
  title: words.max(150, 'must be 150 characters or fewer'),
  start: words,
  end: words,
  zone,
  impact: words.max(300, 'must be 300 characters or fewer').optional(),
  kind: z.enum(['planned', 'emergency'], { error: 'must be planned or emergency' }).default('planned'),
  state: z.enum(MAINTENANCE_STATES, { error: `must be one of ${MAINTENANCE_STATES.join(', ')}` }).default('scheduled'),
  announced: words.optional(),
  url: address.optional(),
})
const holidaySchema = z.strictObject({ name: words, days: z.array(day, 'must be a list of days') })

export interface MaintenanceFile {
  readonly windows: readonly MaintenanceReport[]
  readonly sources: readonly SourceConfig[]
  readonly holidays: readonly HolidayCalendar[]
  readonly issues: readonly Issue[]
}

/** Reads the file; what is faulty is left out and told. `file` is how it is called in issues. */
export function readMaintenanceFile(text: string, file: string): MaintenanceFile {
  const yaml = new YamlFile(text, file, ['windows', 'sources', 'holidays'])
  const windows = yaml.list('windows', windowSchema).flatMap((one) => reportOf(one, yaml))
  const sources = yaml.list('sources', sourceSchema).map(({ value }) => configOf(value))
  const holidays = yaml.list('holidays', holidaySchema).map(({ value }) => value)
  return { windows, sources, holidays, issues: yaml.issues }
}

function reportOf({ value, at }: Listed<z.output<typeof windowSchema>>, yaml: YamlFile): readonly MaintenanceReport[] {
  const { id, impact, url, start, end, announced, ...said } = value
  const moment = (name: string, written: string): Instant | undefined => {
    const instant = readLocal(written, said.zone) ?? readInstant(written)
    if (instant !== undefined) return instant
    const fix = 'Write it as 2026-12-02 22:00, on the clock of the zone.'
    yaml.report(['windows', at, name], 'bad-time', `${name}: “${written}” is no time.`, fix)
    return undefined
  }
  const from = moment('start', start)
  const to = moment('end', end)
  const told = announced === undefined ? [] : [moment('announced', announced)]
  if (from === undefined || to === undefined || told.includes(undefined)) return []
  if (to < from) {
    const fix = 'Exchange start and end, or mend the day.'
    yaml.report(['windows', at, 'end'], 'ends-early', 'The window ends before it starts.', fix)
    return []
  }
  const [announcedAt] = told
  return [
    {
      ...said,
      ...{ source: FOLDER_SOURCE, key: id, start: from, end: to },
      ...(impact === undefined ? {} : { impact }),
      ...(url === undefined ? {} : { url }),
      ...(announcedAt === undefined ? {} : { announcedAt }),
    },
  ]
}
