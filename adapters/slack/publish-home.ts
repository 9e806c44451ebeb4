// The App Home of one person, drawn anew whenever they open it or change something there.

import type { App } from '@slack/bolt'
import { deliveryOf, type Inner, newAnswerName, tenancyOf } from './inner.ts'
import { type Place, settingAt } from './place.ts'
import { homeView } from './render/home-view.ts'

/** Publishes the home; `said` is what came of the last click. */
export async function publishHome(place: Place, inner: Inner, said?: string): Promise<void> {
  const { conversation, knowledge } = inner
  const about = await conversation.aboutPerson(settingAt(place, ''))
  const view = homeView({
    answer: newAnswerName(),
    documents: knowledge.documents,
    examples: conversation.examples(),
    about,
    ...(said === undefined ? {} : { said }),
  })
  await place.client.views.publish({ user_id: place.user, view })
}

export function onHome(app: App, inner: Inner): void {
  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return
    const place: Place = { client, ...tenancyOf(context), user: event.user, channel: '', surface: 'direct' }
    await inner.guard({ id: deliveryOf(context), place, run: () => publishHome(place, inner) })
  })
}
