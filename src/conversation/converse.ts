// The one door for every platform: words or a button in, an Answer out.

import type { Answer } from '../answer/answer.ts'
import { assertNever } from '../errors.ts'
import type { AboutPerson } from './about-person.ts'
import { type Ahead, lookAhead } from './ahead.ts'
import { ask } from './ask.ts'
import { bind, boundProduct, unbind } from './bind.ts'
import { products, show } from './browse.ts'
import { readChannelCommand } from './channel-command.ts'
import { readCommand, readProductAndSection } from './command.ts'
import { examples } from './examples.ts'
import type { Form, FormOutcome, FormReturn } from './form.ts'
import { help, hint } from './help.ts'
import type { ActionCall, Incoming, Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { keptElsewhere } from './kept-elsewhere.ts'
import { letters } from './letters.ts'
import { said } from './said.ts'
import { section } from './section.ts'
import type { Shared } from './share.ts'

export interface Conversation {
  /** Begins to read what the next `converse` of the setting needs, to be handed in with it. */
  ahead(setting: Setting): Ahead
  /** Answers any text and any action; rejects only for a bug. */
  converse(incoming: Incoming): Promise<Answer>
  /**
   * The form that the words or the button ask for, for a platform that can draw one; undefined where `converse`
   * answers, be it with why there is no form.
   */
  form(incoming: Incoming): Promise<Form | undefined>
  /** Takes a form that was filled in. Rejects only for a bug. */
  submit(returned: FormReturn): Promise<FormOutcome>
  /** What is stated about the product, and section, that the words name; undefined when no product is recognised. */
  show(words: string): Answer | undefined
  /** The products covered. */
  products(): Answer
  /** Questions to begin with. */
  examples(): readonly string[]
  /** One line on what can be asked, for a message that says nothing. */
  hint(): Answer
  /** The answer named by `setting.about` once more, for everybody; undefined when nobody remembers it. */
  share(setting: Setting): Promise<Shared | undefined>
  /** The card for an incident on the product that the words name, else on the channel's. */
  incidentCard(words: string, setting: Setting): Promise<Answer>
  /** What is kept about the person who speaks. */
  aboutPerson(setting: Setting): Promise<AboutPerson>
  /** Deletes what is kept about the person who speaks, and says what came of it. */
  forgetPerson(setting: Setting): Promise<string>
}

const NO_FORM = 'Nothing can be kept here: the form was not taken.'

/** Binds the use cases to one knowledge and its stores. */
export function createConversation(inside: Inside): Conversation {
  return {
    converse: async (incoming) => {
      const ahead = incoming.ahead ?? lookAhead(incoming, inside)
      const setting = withProduct(incoming, await ahead.product)
      return 'action' in incoming
        ? act(incoming.action, setting, ahead.inside)
        : say(incoming.text, setting, ahead.inside)
    },
    ahead: (setting) => lookAhead(setting, inside),
    form: async () => undefined,
    submit: async () => ({ kind: 'done', answer: said('unknown', NO_FORM) }),
    show(words) {
      const named = readProductAndSection(words, inside)
      return named && show(named.product, named.section, inside)
    },
    products: () => products(inside),
    examples: () => examples(inside),
    hint: () => hint(inside),
    async share(setting) {
      const { share } = await import('./share.ts')
      return share(withProduct(setting, await boundProduct(setting, inside)), inside)
    },
    async incidentCard(words, setting) {
      const { incidentCard } = await import('./incident-card.ts')
      return incidentCard(words, setting, inside)
    },
    async aboutPerson(setting) {
      const { aboutPerson } = await import('./about-person.ts')
      return aboutPerson(setting, inside)
    },
    async forgetPerson(setting) {
      const { forgetPerson } = await import('./about-person.ts')
      return forgetPerson(setting, inside)
    },
  }
}

/** The setting with the product that the channel was bound to. */
function withProduct(setting: Setting, product: string | undefined): Setting {
  return setting.boundProduct !== undefined || product === undefined ? setting : { ...setting, boundProduct: product }
}

/** The answer to bind, unbind and incident; undefined for anything else, and outside of a channel. */
function channelSay(text: string, setting: Setting, inside: Inside): Promise<Answer> | undefined {
  if (setting.channel === undefined) return undefined
  const command = readChannelCommand(text, (words) => inside.resolver.product(words) !== undefined)
  switch (command?.name) {
    case 'bind':
      return bind(command.words, setting, inside)
    case 'unbind':
      return unbind(setting, inside)
    case 'incident':
      return import('./incident-card.ts').then(({ incidentCard }) => incidentCard(command.words, setting, inside))
    case undefined:
      return undefined
    default:
      return assertNever(command)
  }
}

async function say(text: string, setting: Setting, inside: Inside): Promise<Answer> {
  const answered = channelSay(text, setting, inside)
  if (answered) return answered
  const meant = letters(text, inside)
  if (meant) return meant
  const command = readCommand(withoutName(text), inside)
  const kept = command ? undefined : keptElsewhere(withoutName(text))
  if (kept) return kept
  switch (command?.name) {
    case 'help':
      return help(inside)
    case 'products':
      return products(inside)
    case 'show':
      return show(command.product, command.section, inside)
    case undefined:
      return ask(text, setting, inside)
    default:
      return assertNever(command)
  }
}

/** "raci products" is typed in a terminal and after a slash, so it is understood everywhere. */
function withoutName(text: string): string {
  return text.replace(/^\s*\/?raci\s+/iu, '')
}

/** What a button asks for is imported when one is pressed: a question in a terminal presses none. */
async function act({ name, value }: ActionCall, setting: Setting, inside: Inside): Promise<Answer> {
  switch (name) {
    case 'choose':
      return (await import('./choose.ts')).choose(value, setting, inside)
    case 'section':
      return section(value, inside)
    case 'elsewhere':
      return (await import('./elsewhere.ts')).elsewhere(value, inside)
    case 'miss':
      return (await import('./miss.ts')).miss(value, setting, inside)
    case 'ask':
      return ask(value, setting, inside)
    case 'product':
      return show(value, '', inside)
    case 'wrong-product':
      return (await import('./wrong-product.ts')).wrongProduct(value, inside)
    case 'form':
    case 'confirm':
      return said('unknown', 'Nothing can be kept here.')
    default:
      return assertNever(name)
  }
}
