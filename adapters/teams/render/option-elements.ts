// What a person may choose from: numbered lines with a button each; a choice set where they are more than five.

import type { Option } from '../../../src/answer/answer.ts'
import { cut } from '../../../src/answer/text/plain.ts'
import type { ChoiceSet, Element } from './card.ts'
import { CHOICE, choiceOf, nextButton, optionButton } from './controls.ts'
import { quiet, words } from './text.ts'

/** Beyond this many a column of buttons is slower to read than a list. */
const BUTTONS = 5
/** Characters that the choices may take: a card has an end. */
const CHOICES_LENGTH = 8_000

/** Options with a button each, or numbered above a choice set. */
export function optionElements(options: readonly Option[], answer: string): readonly Element[] {
  if (!options.length) return []
  return options.length <= BUTTONS ? buttonElements(options, answer) : choiceElements(options, answer)
}

/** A product is looked at below and the list stays; anything else answers in place. */
function buttonElements(options: readonly Option[], answer: string): readonly Element[] {
  return options.flatMap((option, at): readonly Element[] => {
    const { action } = option
    const button =
      action.name === 'product'
        ? nextButton({ ...action, label: `Show ${at + 1}` }, answer)
        : optionButton(action, `Choose ${at + 1}`, answer)
    return [...optionLines(option, at), { type: 'ActionSet', actions: [button], spacing: 'Small' }]
  })
}

function optionLines({ title, detail }: Option, at: number): readonly Element[] {
  return [words(`${at + 1}. ${title}`), ...(detail ? [quiet(detail)] : [])]
}

/** The choice comes first and what tells the options apart below it: that is what a long list may lose. */
function choiceElements(options: readonly Option[], answer: string): readonly Element[] {
  const choices = choicesOf(options)
  const rest = options.length - choices.length
  const set: ChoiceSet = {
    type: 'Input.ChoiceSet',
    id: CHOICE,
    style: 'compact',
    label: 'Which one?',
    placeholder: 'Choose one',
    isRequired: true,
    errorMessage: 'Choose one first',
    choices,
  }
  // The list of products stays where it is, as with buttons.
  const button =
    options[0]?.action.name === 'product'
      ? { type: 'Action.Submit' as const, title: 'Show', data: { raci: { role: 'next', about: answer } } }
      : optionButton(undefined, 'Choose', answer)
  const more = rest > 0 ? [quiet(`${rest} more are not listed: name what you mean in your question.`)] : []
  return [set, { type: 'ActionSet', actions: [button] }, ...more, ...options.flatMap(optionLines)]
}

function choicesOf(options: readonly Option[]): ChoiceSet['choices'] {
  let left = CHOICES_LENGTH
  const choices = options.map(({ action, title }, at) => ({
    title: cut(`${at + 1}. ${title}`, 100),
    value: choiceOf(action),
  }))
  const end = choices.findIndex((choice) => {
    left -= JSON.stringify(choice).length + 1
    return left < 0
  })
  return end < 0 ? choices : choices.slice(0, end)
}
