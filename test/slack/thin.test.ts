import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bot, startBot } from './bot.ts'
import { eventually, IDS, isPeerMissing, LocalSlack } from './local-slack.ts'

describe.skipIf(isPeerMissing())('thin', () => {
  let peer: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    peer = await LocalSlack.start()
    bot = await startBot({ apiUrl: `${peer.url}/api/` })
  })
  afterAll(async () => {
    await bot.stop()
    peer.stop()
  })
  it('answers a command', async () => {
    await peer.command('who restores backups on Email Pro')
    const [answer] = await eventually(async () => {
      const found = await peer.messages(IDS.general)
      return found.length ? found : undefined
    })
    expect(answer).toMatchObject({ subtype: 'ephemeral', ephemeral_to: IDS.ada })
    console.log(JSON.stringify(answer, null, 1), bot.logged)
  })
  it('answers a mention', async () => {
    const asked = await peer.say(`<@${IDS.bot}> who restores backups?`, IDS.incident)
    const answer = await eventually(async () => (await peer.messages(IDS.incident)).find((m) => m.user === IDS.bot))
    expect(answer.thread_ts).toBe(asked.ts)
    console.log(JSON.stringify(answer, null, 1), bot.logged)
  })
})
