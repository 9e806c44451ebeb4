// Greetings, thanks and goodbyes: they ask nothing, so they get one friendly line instead of a refusal.

import type { Knowledge } from '../domain/knowledge.ts'

type Courtesy = 'greeting' | 'thanks' | 'goodbye'

/** Strongest first: "hi, thanks" thanks. */
const SAID: ReadonlyArray<readonly [Courtesy, ReadonlySet<string>]> = [
  ['thanks', wordSet('thanks thank thankyou thx ty cheers merci danke great perfect awesome appreciated cool')],
  ['goodbye', wordSet('bye goodbye ciao later')],
  ['greeting', wordSet('hello hi hey hallo bonjour morning afternoon evening greetings howdy salut')],
]
/** What may stand around them. */
const AROUND = wordSet(
  'there all team folks guys everyone everybody bot raci so very much a lot you good dear to see ok and that this it was is i am m s helped helps helpful works for your the help fixed sorted solved resolved worked working done did trick back up again now going off bed night quick reply info closing close closed ticket case',
)

/** Longer messages say more than a courtesy (words). */
const MOST_WORDS = 10

/** Whether the message is a greeting, thanks or a goodbye and nothing else. */
export function isCourtesy(text: string): boolean {
  return courtesyOf(text) !== undefined
}

/** One line that says what can be asked; undefined for anything that is more than a courtesy. */
export function courtesyReply(text: string, { documents }: Knowledge): string | undefined {
  const product = documents.find((document) => document.kind === 'matrix')?.product
  const example = `“who restores backups${product ? ` on ${product}` : ''}?”`
  switch (courtesyOf(text)) {
    case 'greeting':
      return `Hello! Ask me who is responsible for something, for example ${example}, or say “help”.`
    case 'thanks':
      return 'You are welcome. Ask again any time; “help” says what I can answer.'
    case 'goodbye':
      return 'Goodbye. Ask again any time; “help” says what I can answer.'
    case undefined:
      return undefined
  }
}

function courtesyOf(text: string): Courtesy | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length > MOST_WORDS) return undefined
  const known = words.every((word) => AROUND.has(word) || SAID.some(([, set]) => set.has(word)))
  return known ? SAID.find(([, set]) => words.some((word) => set.has(word)))?.[0] : undefined
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
