// What can be pressed in the App Home.

import { answerAt } from './answer-at.ts'
import type { Inner } from './inner.ts'
import { HOME_CONTROLS } from './names.ts'
import type { Press } from './on-action.ts'
import { openView } from './open-view.ts'
import { settingAt } from './place.ts'
import { publishHome } from './publish-home.ts'
import { askForm } from './render/ask-form.ts'

/** Opens the form, asks again in a direct message, or deletes what is kept about the person. */
export async function homeAction(
  name: string,
  value: string,
  { place, trigger }: Pick<Press, 'place' | 'trigger'>,
  inner: Inner,
): Promise<void> {
  switch (name) {
    case HOME_CONTROLS.form: {
      const products = inner.knowledge.documents.map((document) => document.product)
      return openView(place.client, trigger, askForm(products, { channel: '' }, inner.conversation.examples()[0]))
    }
    case HOME_CONTROLS.again:
      await answerAt(place, value, inner)
      return publishHome(place, inner)
    case HOME_CONTROLS.forget:
      return publishHome(place, inner, await inner.conversation.forgetPerson(settingAt(place, '')))
    default:
      throw new Error(`the home has no control ${name}`)
  }
}
