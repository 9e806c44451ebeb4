// All migrations by name. They run in the order of their names, each once; a name never changes.

import type { Migration } from 'kysely/migration'
import { places } from './migrations/2026-11-01-places.ts'
import { questions } from './migrations/2026-11-02-questions.ts'
import { conversationReferences } from './migrations/2026-11-20-conversation-references.ts'
import { maintenance } from './migrations/2026-11-21-maintenance.ts'
import { digestReminders } from './migrations/2026-11-22-digest-reminders.ts'
import { digestNotices } from './migrations/2026-11-23-digest-notices.ts'
import { acceptedDeliveries } from './migrations/2026-11-24-accepted-deliveries.ts'
import { calendarFeeds } from './migrations/2026-11-25-calendar-feeds.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-01-places': places,
  '2026-11-02-questions': questions,
  '2026-11-20-conversation-references': conversationReferences,
  '2026-11-21-maintenance': maintenance,
  '2026-11-22-digest-reminders': digestReminders,
  '2026-11-23-digest-notices': digestNotices,
  '2026-11-24-accepted-deliveries': acceptedDeliveries,
  '2026-11-25-calendar-feeds': calendarFeeds,
}
