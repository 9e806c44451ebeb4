// What is kept about one person, for them to see and to delete.

import { AppError } from '../errors.ts'
import type { Holdings } from '../ports/person-store.ts'
import type { RecordedQuestion } from '../ports/question-store.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { tolerated } from './memory.ts'
import { personOf } from './whereabouts.ts'

export interface AboutPerson {
  /** The person's own questions, newest first; each once. */
  readonly recent: readonly RecordedQuestion[]
  /** Undefined when the store is down or keeps nothing. */
  readonly holdings?: Holdings
}

/** What is kept now; empty when the store is down. */
export async function aboutPerson(setting: Setting, { questions, persons }: Inside): Promise<AboutPerson> {
  const person = personOf(setting)
  if (!person) return { recent: [] }
  const [recent = [], holdings] = await Promise.all([
    tolerated(() => questions?.recent(person)),
    tolerated(() => persons?.holdings(person)),
  ])
  const once = recent.filter(({ question }, at) => recent.findIndex((other) => other.question === question) === at)
  return { recent: once, ...(holdings ? { holdings } : {}) }
}

/** Deletes all of it. Says how many records there were; an AppError's text when it did not work. */
export async function forgetPerson(setting: Setting, { persons }: Inside): Promise<string> {
  const person = personOf(setting)
  if (!persons || !person) return 'Nothing is kept about you.'
  try {
    const count = await persons.forget(person)
    if (!count) return 'Nothing was kept about you.'
    return `Deleted: ${count} ${count === 1 ? 'record' : 'records'} about you.`
  } catch (error) {
    if (error instanceof AppError) return `Nothing was deleted. ${error.forPerson}`
    throw error
  }
}
