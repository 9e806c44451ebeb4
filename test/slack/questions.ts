// Deliveries as Slack makes them, one of each way to ask; every one is new.

const QUESTION = 'who restores backups on Email Pro'
export const FORM = 'application/x-www-form-urlencoded'

export interface Question {
  readonly body: string
  readonly type: string
  /** Where its answer is heard. */
  readonly answeredOn: string
}

let made = 0

const where = (name: string) => ({
  team: { id: 'T1' },
  user: { id: `U${name}`, team_id: 'T1' },
  channel: { id: 'C1', name: 'operations' },
  trigger_id: `${name}.1`,
})

export function command(responses: string): Question {
  const name = `command${++made}`
  const fields = {
    command: '/raci',
    text: QUESTION,
    team_id: 'T1',
    user_id: `U${name}`,
    channel_id: 'C1',
    channel_name: 'operations',
    trigger_id: name,
    response_url: `${responses}/${name}`,
  }
  return { body: new URLSearchParams(fields).toString(), type: FORM, answeredOn: name }
}

export function mention(): Question {
  const name = `event${++made}`
  const event = { type: 'app_mention', user: `U${name}`, channel: 'C1', ts: `${made}.1`, text: `<@UBOT> ${QUESTION}?` }
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: name, event })
  return { body, type: 'application/json', answeredOn: 'chat.postMessage' }
}

export function shortcut(responses: string): Question {
  const name = `shortcut${++made}`
  const message = { type: 'message', user: 'U2', ts: '1.1', text: QUESTION }
  return interactive(name, responses, { type: 'message_action', callback_id: 'who-is-responsible', message })
}

/** "Other products" of an answer of long ago. */
export function press(responses: string, value: string): Question {
  const name = `press${++made}`
  const action = {
    type: 'button',
    block_id: 'private.Answer.0',
    action_id: 'next:elsewhere:1',
    value,
    action_ts: '1.1',
  }
  const container = { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true }
  return interactive(name, responses, { type: 'block_actions', actions: [action], container })
}

export function form(responses: string): Question {
  const name = `form${++made}`
  const values = { question: { value: { type: 'plain_text_input', value: QUESTION } } }
  const origin = JSON.stringify({ channel: 'C1', respondTo: `${responses}/${name}` })
  const view = { id: name, type: 'modal', callback_id: 'ask', private_metadata: origin, state: { values } }
  return interactive(name, responses, { type: 'view_submission', view })
}

function interactive(name: string, responses: string, what: object): Question {
  const payload = { ...where(name), response_url: `${responses}/${name}`, ...what }
  return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), type: FORM, answeredOn: name }
}
