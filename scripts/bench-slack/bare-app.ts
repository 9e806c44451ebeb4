// The measure: a Bolt app that acknowledges its command with a constant, as Bolt's own first example does.

import { App, LogLevel } from '@slack/bolt'

const [port = '', slackApiUrl = '', signingSecret = ''] = process.argv.slice(2)
const app = new App({ token: 'xoxb-bench', signingSecret, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR })
app.command('/raci', async ({ ack }) => {
  await ack('One moment.')
})
await app.start({ port: Number(port), host: '127.0.0.1' })
process.stdout.write('ready\n')
