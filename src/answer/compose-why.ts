// "Why?" after an answer, choices, a list or a refusal: what it rested on, in plain words.

import type { Entry } from '../domain/knowledge.ts'
import { type Difference, isDirect, type Resolution, shownIn } from '../domain/resolution.ts'
import type { Answer } from './answer.ts'
import { plainReasons } from './plain-reasons.ts'
import { listed, quoted, shortened } from './wording.ts'

/** Rows explained one by one. */
const MOST_ROWS = 6
/** Enough of a row or a statement to recognise it. */
const ROW_LENGTH = 90

const DIFFERENCES: Readonly<Record<Difference, string>> = {
  product: 'You named no product, and the documents of several have such a row: I ask rather than guess.',
  condition: 'Who is responsible depends on a condition that your question does not name: I ask rather than guess.',
  holder: 'They name different parties, and your words do not tell them apart: I ask rather than guess.',
  activity: 'Your words do not tell them apart: I ask rather than guess.',
}

/** The explanation; `chosen` is the row that the person picked, when they did. */
export function composeWhy(resolution: Resolution, chosen?: Entry): Answer {
  const [sentence, ...lines] = wordsOn(resolution, chosen)
  const rows = chosen ? [chosen] : shownIn(resolution).slice(0, MOST_ROWS)
  const told = rows.map((row) => reasonsFor(row, resolution))
  return {
    kind: 'help',
    blocks: [
      { type: 'sentence', text: sentence },
      ...(told.length ? [{ type: 'lines', lines: told } as const] : []),
      ...lines.map((text) => ({ type: 'note', text }) as const),
    ],
    actions: [],
    items: [],
  }
}

function wordsOn(resolution: Resolution, chosen: Entry | undefined): readonly [string, ...string[]] {
  const { question } = resolution.reading
  // A question kept with the product of the one before: "what about backups? on Email Pro".
  const asked = question ? quoted(shortened(question.replace(/[?!.\s]+(?= on )/u, ''), ROW_LENGTH)) : 'your question'
  if (chosen && (resolution.kind === 'choices' || (resolution.kind === 'unknown' && !isDirect(resolution)))) {
    return [
      `You chose this row; it was on offer because it ${resolution.kind === 'choices' ? 'fits' : 'comes near'} what you asked:`,
      'The letters are the document’s own.',
    ]
  }
  switch (resolution.kind) {
    case 'answer':
    case 'rule':
      return [`This fits ${asked} best, and nothing else comes close:`, 'The words and letters are the document’s own.']
    case 'choices':
      return [`Each of these fits ${asked} about as well:`, DIFFERENCES[resolution.difference]]
    case 'list':
      return [`I took ${asked} for a question about several rows; these belong to it:`]
    case 'unknown':
      if (isDirect(resolution)) return [`This fits ${asked} best, but the document’s export lost which party it is:`]
      return resolution.near.length
        ? [`Nothing fits ${asked} well enough to name anybody. These come near:`]
        : [`No row or statement of the loaded documents fits ${asked} well enough to name anybody.`]
  }
}

/** `- Email Pro: “Realize backup recovery”: both are about “restore”` */
function reasonsFor(entry: Entry, { reading, evidence, ...rest }: Resolution): string {
  const words = shortened(entry.type === 'activity' ? entry.text : entry.quote, ROW_LENGTH)
  const found = evidence.find((one) => one.entry.id === entry.id)
  const section = rest.kind === 'list' ? entry.section.at(-1) : undefined
  const reasons = section ? [`it stands in ${quoted(section)}`] : found ? plainReasons(found, reading.question) : []
  return `- ${entry.product}: ${quoted(words)}${reasons.length ? `: ${listed(reasons)}` : ''}`
}
