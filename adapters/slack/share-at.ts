// "Share in channel": what one person saw, once more for everybody, with who asked.

import { type Inner, newAnswerName, styleAt } from './inner.ts'
import { type Place, settingAt } from './place.ts'
import { askedBlocks } from './render/chosen.ts'
import { renderSlack } from './render/render-slack.ts'

/** Posts the answer called `about` in the channel and takes the private one away. `asked` is asked again when nobody remembers it. */
export async function shareAt(place: Place, about: string, asked: string, inner: Inner): Promise<void> {
  const { respond } = place
  if (!respond) throw new Error('a private answer without a response_url')
  const name = newAnswerName()
  const setting = settingAt(place, name, about)
  const remembered = await inner.conversation.share(setting)
  const again = async () => {
    const { about: _forgotten, ...fresh } = setting
    return { question: asked, answer: await inner.conversation.converse({ ...fresh, text: asked }) }
  }
  const { question, answer } = remembered ?? (await again())
  const before = askedBlocks(question, place.user)
  const { text, blocks } = renderSlack(answer, { ...styleAt(place, name, inner), surface: 'open', before })
  await respond({ response_type: 'in_channel', replace_original: false, text, blocks })
  await respond({ delete_original: true })
}
