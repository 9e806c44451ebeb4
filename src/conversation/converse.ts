// The one door for every platform: words or a button in, an Answer out.

import type { Answer } from '../answer/answer.ts'
import { assertNever } from '../errors.ts'
import { ask } from './ask.ts'
import { products, show } from './browse.ts'
import { choose } from './choose.ts'
import { readCommand, readProductAndSection } from './command.ts'
import { elsewhere } from './elsewhere.ts'
import { help } from './help.ts'
import type { ActionCall, Incoming, Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { miss } from './miss.ts'
import { section } from './section.ts'

export interface Conversation {
  /** Answers any text and any action; rejects only for a bug. */
  converse(incoming: Incoming): Promise<Answer>
  /** What is stated about the product, and section, that the words name; undefined when no product is recognised. */
  show(words: string): Answer | undefined
  /** The products covered. */
  products(): Answer
}

/** Binds the use cases to one knowledge and its stores. */
export function createConversation(inside: Inside): Conversation {
  return {
    converse: async (incoming) =>
      'action' in incoming ? act(incoming.action, incoming, inside) : say(incoming.text, incoming, inside),
    show(words) {
      const named = readProductAndSection(words, inside)
      return named && show(named.product, named.section, inside)
    },
    products: () => products(inside),
  }
}

async function say(text: string, setting: Setting, inside: Inside): Promise<Answer> {
  const command = readCommand(text, inside)
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

async function act({ name, value }: ActionCall, setting: Setting, inside: Inside): Promise<Answer> {
  switch (name) {
    case 'choose':
      return choose(value, setting, inside)
    case 'section':
      return section(value, inside)
    case 'elsewhere':
      return elsewhere(value, inside)
    case 'miss':
      return miss(value, setting, inside)
    case 'ask':
      return ask(value, setting, inside)
    case 'product':
      return show(value, '', inside)
    default:
      return assertNever(name)
  }
}
