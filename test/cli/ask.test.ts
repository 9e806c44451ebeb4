import { describe, expect, it } from 'vitest'
import { rows } from '../answer/fixture-knowledge.ts'
import { objects, run } from './run.ts'

const questions = {
  'who restores backups on email pro': [rows.restore],
  'who restores backups': [rows.restore, rows.restoreInstances],
}

describe('one question', () => {
  it('prints the answer for a person', async () => {
    const { status, out, err } = await run(['ask', 'who', 'restores', 'backups', 'on', 'email', 'pro'], { questions })
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(
      /^OVHcloud does it: responsible and accountable \(R, A\)\. Customer is informed \(I\)\.\n\n {2}Realize backup recovery\n/u,
    )
    expect(out.endsWith('Realize%20backup%20recovery\n')).toBe(true)
  })

  it('prints one JSON object a line with --json', async () => {
    const { out } = await run(['ask', '--json', 'who restores backups on email pro'], { questions })
    const [answer] = objects(out)
    expect(answer).toMatchObject({
      kind: 'answer',
      items: [{ document: 'email-pro', assignments: { Customer: 'I', OVHcloud: 'RA' } }],
    })
    expect(answer?.text).toMatch(/^OVHcloud does it/u)
  })

  it('ends with 0 when nothing is known', async () => {
    const { status, out } = await run(['ask', 'who patches Nutanix'])
    expect(status).toBe(0)
    expect(out).toContain('I do not know')
  })

  it('is coloured on a screen only', async () => {
    const screen = { colour: true, columns: 120 }
    expect((await run(['ask', 'who restores backups'], { questions, terminal: screen })).out).toContain('\u001b[1m')
    expect((await run(['ask', 'who restores backups'], { questions })).out).not.toContain('\u001b')
  })

  it('links our own page when the console has an address', async () => {
    const workspace = { publicUrl: 'https://raci.example.com' }
    const { out } = await run(['ask', 'who restores backups on email pro'], { questions, workspace })
    expect(out).toContain('https://raci.example.com/documents/email-pro#3-2-1-incidents/realize-backup-recovery')
  })

  it('says why with --explain', async () => {
    expect((await run(['ask', '--explain', 'who restores backups'], { questions })).out).toContain('Why:')
  })
})

describe('a conversation', () => {
  it('takes numbers for choices, letters for next steps, and follow-ups', async () => {
    const input = ['who restores backups', '3', '1', 'and who is informed?', 's', 'n', 'quit', 'never read'].join('\n')
    const { status, out } = await run(['ask'], { questions, input, ranked: [rows.notify] })
    expect(status).toBe(0)
    const heads = out.split('\n\n').filter((paragraph) => /^[A-Z]/u.test(paragraph) && !paragraph.includes('://'))
    expect(heads.map((head) => head.split('\n')[0])).toEqual([
      'Which of these do you mean?',
      'Choices are 1 to 2.',
      'OVHcloud does it: responsible and accountable (R, A). Customer is informed (I).',
      'Customer is informed (I). OVHcloud does it: responsible and accountable (R, A).',
      'Email Pro, 3.2.1. Incidents: 3 activities.',
      'Email Pro > 3. Service usage > 3.2. Event management > 3.2.1. Incidents',
      'I do not know: no loaded document says.',
    ])
  })

  it('reads input without a last line end, with carriage returns, and cut anywhere', async () => {
    async function* input() {
      for (const byte of new TextEncoder().encode('who restores\r\n\r\nwho is ünten')) yield Uint8Array.of(byte)
    }
    const { out } = await run(['ask', '--json'], { terminal: { input: input() } })
    expect(objects(out)).toHaveLength(2)
  })

  it('shows a prompt and the next steps to a person', async () => {
    const terminal = { interactive: true, columns: 80 }
    const { out } = await run(['ask'], { questions, input: 'who restores backups on email pro\n', terminal })
    expect(out.startsWith('Ask who is responsible; “help” explains, “quit” leaves.\n> ')).toBe(true)
    expect(out).toContain('\ns show section · o other products · n not what I asked\n')
    expect(out.endsWith('\n> \n')).toBe(true)
  })

  it('tells a person to type a number', async () => {
    const terminal = { interactive: true, columns: 80 }
    const { out } = await run(['ask'], { questions, input: 'who restores backups\n', terminal })
    expect(out).toContain('type a number · n not what I asked')
  })

  it('keeps choices open after something that is not understood', async () => {
    const { out } = await run(['ask'], { questions, input: 'who restores backups\nasdf\n1\n' })
    expect(out).toContain('OVHcloud does it: responsible and accountable (R, A).')
  })

  it('says what to type when its input holds nothing', async () => {
    const complaint = 'raci: nothing was asked; type: raci ask "who restores backups on Email Pro"\n'
    for (const input of ['', '\n \n']) {
      expect(await run(['ask'], { input })).toEqual({ status: 2, out: '', err: complaint })
    }
    expect((await run(['ask'], { terminal: { interactive: true } })).status).toBe(0)
  })

  it('says so when a number has nothing to choose from', async () => {
    expect((await run(['ask'], { input: '42\n' })).out).toBe('There is nothing to choose from: ask a question.\n\n')
  })
})
