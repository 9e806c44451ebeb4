// "maintenance list", "add", "change", "cancel": the calendar in chat, changed by those who may.

import type { Action, Answer } from '../answer/answer.ts'
import { titleOf } from '../digest/window-lines.ts'
import { AppError, assertNever } from '../errors.ts'
import type { Conversation } from './converse.ts'
import { withHelpLines } from './help-lines.ts'
import type { Incoming, Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { windowNamed } from './maintenance-calendar.ts'
import { askToCancel, CANCEL, cancel } from './maintenance-cancel.ts'
import { isChangeable, whyNotChangeable } from './maintenance-changeable.ts'
import { type MaintenanceCommand, readMaintenanceCommand } from './maintenance-command.ts'
import { habitsOf, type MaintenanceDesk } from './maintenance-desk.ts'
import { isEditor, notAnEditor } from './maintenance-editors.ts'
import { listMaintenance } from './maintenance-list.ts'
import { openMaintenanceForm, takeMaintenanceForm } from './maintenance-tell.ts'
import { tolerated } from './memory.ts'
import { inPrivate, said } from './said.ts'

type Command = MaintenanceCommand | { readonly name: 'confirmed'; readonly id: string } | { readonly name: 'kept' }

/** The conversation with the maintenance commands understood; everything else is as before. */
export function withMaintenance(conversation: Conversation, desk: MaintenanceDesk, inside: Inside): Conversation {
  return {
    ...conversation,
    async converse(incoming) {
      const command = commandOf(incoming)
      if (!command) return withHelpLines(await conversation.converse(incoming), incoming, inside, HELP)
      try {
        return await obey(command, incoming, desk, inside)
      } catch (error) {
        if (error instanceof AppError) return said('unknown', error.forPerson)
        throw error
      }
    },
    async form(incoming) {
      const command = commandOf(incoming)
      if (command?.name !== 'add' && command?.name !== 'change') return conversation.form(incoming)
      if (!isEditor(incoming, desk.editors)) return undefined
      return tolerated(() => openMaintenanceForm(command, incoming, desk, inside))
    },
    async submit(returned) {
      if (returned.form !== 'maintenance') return conversation.submit(returned)
      if (!isEditor(returned, desk.editors)) return { kind: 'done', answer: notAnEditor(returned, desk.editors) }
      return takeMaintenanceForm(returned, desk, inside)
    },
  }
}

const FORM = 'maintenance'

function commandOf(incoming: Incoming): Command | undefined {
  if ('text' in incoming) return readMaintenanceCommand(incoming.text)
  const { name, value } = incoming.action
  const [verb = '', id = ''] = value.split(/ (.*)/su)
  if (name === 'form' && verb === FORM) return id ? { name: 'change', code: id } : { name: 'add', words: '' }
  if (name === 'confirm' && verb === CANCEL) return { name: 'confirmed', id }
  return name === 'confirm' && verb === 'keep' ? { name: 'kept' } : undefined
}

async function obey(command: Command, setting: Setting, desk: MaintenanceDesk, inside: Inside): Promise<Answer> {
  const mayEdit = isEditor(setting, desk.editors)
  const actions = mayEdit ? [formAction('Add maintenance')] : []
  if (command.name === 'explain') return said('help', WHAT, HOW, actions)
  if (command.name === 'list') {
    const { products, zone } = await habitsOf(setting, desk, inside)
    return listMaintenance({ words: command.words, products, zone, actions }, desk, inside)
  }
  if (command.name === 'kept') return inPrivate(said('help', 'Nothing was changed.'))
  if (!mayEdit) return notAnEditor(setting, desk.editors)
  switch (command.name) {
    case 'add':
      return said('help', 'Maintenance is added with a form.', HOW, [formAction('Open the form')])
    case 'change': {
      const named = await windowNamed(command.code, desk)
      if (!isChangeable(named)) return whyNotChangeable(named, command.code)
      const text = `${titleOf(named.window)} is changed with a form.`
      return said('help', text, [], [formAction('Open the form', named.window.id)])
    }
    case 'cancel':
      return askToCancel(command.code, await habitsOf(setting, desk, inside), desk)
    case 'confirmed':
      return cancel(command.id, await habitsOf(setting, desk, inside), desk)
    default:
      return assertNever(command)
  }
}

const HELP = ['“maintenance” lists what is planned; “maintenance add”, “change ID” and “cancel ID” change it.']
const WHAT = 'The calendar of maintenance that digests tell from.'
const HOW =
  '“maintenance list” shows what is planned, “maintenance list PRODUCT” that of one product. “maintenance add” opens a form, “maintenance change ID” opens it again, “maintenance cancel ID” calls a window off.'

function formAction(label: string, id?: string): Action {
  return { name: 'form', value: id === undefined ? FORM : `${FORM} ${id}`, label }
}
