// Statuspage v2 JSON (https://metastatuspage.com/api/v2): scheduled maintenances as reports.

import { z } from 'zod'
import type { MaintenanceReport, MaintenanceState } from '../../src/domain/maintenance.ts'
import { affectedList, componentList, type Groups, groupsIn, partNames } from './component-names.ts'
import { readInstant } from './instants.ts'
import { productsNamed, type SourceConfig } from './source-config.ts'
import { expectedImpact } from './window-words.ts'
import { oneLine, soundsUrgent, webAddress } from './words.ts'

const instant = z.string().transform((text, context) => {
  const read = readInstant(text)
  if (read === undefined)
    context.issues.push({ code: 'custom', message: 'must be an ISO time with an offset', input: text })
  return read ?? z.NEVER
})
const update = z.object({
  status: z.string(),
  body: z.string().nullish(),
  created_at: instant.nullish().catch(null),
  display_at: instant.nullish().catch(null),
  affected_components: affectedList.nullish().catch(null),
})
const maintenance = z.object({
  id: z.string().min(1),
  name: z.string(),
  status: z.string(),
  impact: z.string().nullish(),
  shortlink: z.string().nullish(),
  created_at: instant.nullish(),
  scheduled_for: instant,
  scheduled_until: instant,
  incident_updates: z.array(update).default([]),
  components: componentList.nullish(),
})
const page = z.object({
  page: z.object({ time_zone: z.string().nullish() }).default({}),
  scheduled_maintenances: z.array(z.unknown()),
  components: componentList.nullish().catch(null),
})

/** Statuspage's own states; a page in another dialect may call a window off. */
const STATES: Readonly<Record<string, MaintenanceState>> = {
  scheduled: 'scheduled',
  in_progress: 'in progress',
  verifying: 'verifying',
  completed: 'completed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
}
/** Words that say nothing about what people will notice. */
const NO_IMPACT = new Set(['maintenance', 'none'])

export interface ReadPage {
  readonly reports: readonly MaintenanceReport[]
  readonly problems: readonly string[]
}

/** The groups of components.json; none when the text is no such JSON. */
export function readGroups(text: string): Groups {
  return groupsIn(z.object({ components: componentList }).safeParse(jsonOf(text)).data?.components ?? [])
}

/**
 * The windows of one page that touch our products; undefined when the text is no such JSON. `known` are the groups of
 * the page's components, for lists that do not name them.
 */
export function readStatuspage(text: string, source: SourceConfig, known: Groups = new Map()): ReadPage | undefined {
  const read = page.safeParse(jsonOf(text))
  if (!read.success) return undefined
  const zone = source.zone ?? read.data.page.time_zone ?? 'UTC'
  const groups = new Map([...known, ...groupsIn(read.data.components ?? [])])
  const reports: MaintenanceReport[] = []
  const problems: string[] = []
  for (const [at, one] of read.data.scheduled_maintenances.entries()) {
    const { data, error } = maintenance.safeParse(one)
    const state = data && STATES[data.status.toLowerCase()]
    if (!data)
      problems.push(
        `window ${at + 1}: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
      )
    else if (!state)
      problems.push(`window ${data.id}: its status is ${oneLine(data.status, 40)}, which nothing says how to read`)
    else if (data.scheduled_until < data.scheduled_for) problems.push(`window ${data.id}: it ends before it starts`)
    else reports.push(...reportOf(data, { state, zone, groups }, source))
  }
  return { reports, problems }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function reportOf(
  {
    id,
    name,
    impact,
    shortlink,
    created_at,
    scheduled_for,
    scheduled_until,
    incident_updates,
    components,
  }: z.infer<typeof maintenance>,
  { state, zone, groups }: { readonly state: MaintenanceState; readonly zone: string; readonly groups: Groups },
  { name: source, products: map }: SourceConfig,
): readonly MaintenanceReport[] {
  const updates = incident_updates.map((one) => one.affected_components)
  const products = productsNamed(partNames(components ?? [], updates, groups), map)
  if (!products.length) return []
  const title = oneLine(name, 150) ?? 'Maintenance'
  const url = webAddress(shortlink ?? undefined)
  const announced = [created_at, ...incident_updates.map((one) => one.display_at ?? one.created_at)]
    .flatMap((at) => at ?? [])
    .toSorted()[0]
  const body = expectedImpact(incident_updates)
  const words = oneLine([impact && !NO_IMPACT.has(impact) ? `${impact}:` : '', body ?? ''].join(' '))
  return [
    {
      ...{ source, key: id, products, title, start: scheduled_for, end: scheduled_until, zone, state },
      kind: soundsUrgent(title) ? 'emergency' : 'planned',
      ...(words ? { impact: words.replace(/:$/u, '') } : {}),
      ...(announced ? { announcedAt: announced } : {}),
      ...(url ? { url } : {}),
    },
  ]
}
