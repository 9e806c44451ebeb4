import { describe, expect, it } from 'vitest'
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import { readMaintenanceCommand } from '../../src/conversation/maintenance-command.ts'
import { codesOf, windowsCalled } from '../../src/conversation/window-codes.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { shipped } from '../digest/shipped.ts'
import { report, windowOf } from '../digest/windows.ts'
import { MaintenanceTalk } from './maintenance-talk.ts'

const talk = new MaintenanceTalk()

describe('the rest of the conversation', () => {
  it('is as before, and the help says what more there is', async () => {
    expect(await talk.say('who restores backups on email pro')).toContain('OVHcloud does it')
    expect(await talk.say('help')).toContain('“maintenance” lists what is planned')
  })

  it('says where to go where nothing is kept', async () => {
    const { converse } = createConversation({ knowledge: shipped, resolver: createResolver(shipped) })
    const typed = async (text: string) => renderText(await converse({ platform: 'cli', conversation: 'c', text }))
    expect(await typed('maintenance add')).toContain('say that in Slack or Teams')
    expect(await typed('raci digest status')).toContain('raci digest --dry-run')
    expect(await typed('maintenance')).not.toContain('say that in Slack or Teams')
  })
})

describe('what is no maintenance command', () => {
  it.each([
    'maintenance of email pro: who?',
    'maintenance cancel fees who pays',
    'who adds maintenance?',
    'maintenance list of customers: who?',
    'maintenance additions',
  ])('%s', (text) => {
    expect(readMaintenanceCommand(text)).toBeUndefined()
  })
})

describe('ids', () => {
  it('are short, and longer only where two would be the same', () => {
    const windows = Array.from({ length: 3_000 }, (_, at) => ({ ...windowOf(report()), id: `status/${at}` }))
    const codes = codesOf(windows)
    expect(new Set(codes.values()).size).toBe(windows.length)
    const lengths = [...codes.values()].map(({ length }) => length)
    expect(Math.min(...lengths)).toBe(4)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(7)
    const code = codes.get('status/7') ?? ''
    expect(windowsCalled(code.toUpperCase().replaceAll('0', 'O'), windows).map(({ id }) => id)).toEqual(['status/7'])
    expect(windowsCalled(code.slice(0, 2), windows)).toEqual([])
  })
})
