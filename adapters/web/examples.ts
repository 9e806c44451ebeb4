// Questions to begin with: general ones as people type them, of which only those are shown that the loaded documents
// answer with a row or a statement that really speaks of it.

import type { Inside } from '../../src/conversation/inside.ts'
import type { Entry } from '../../src/domain/knowledge.ts'

interface General {
  readonly question: string
  /** What the entry that answers has to say. */
  readonly answeredBy: RegExp
}

const GENERAL: readonly General[] = [
  { question: 'who restores backups', answeredBy: /\b(?:restor|recover)\w*/iu },
  {
    question: 'how early is maintenance announced',
    answeredBy: /\bmaintenance\b.*\badvance\b|\badvance\b.*\bmaintenance\b/isu,
  },
  { question: 'who deletes our data when we leave', answeredBy: /\b(?:destr|delet|eras)\w*\b.*\bdata\b/iu },
  { question: 'who renews the SSL certificate', answeredBy: /\brenew\w*\b.*\bcertificate/iu },
  { question: 'who installs security updates', answeredBy: /\bpatch/iu },
  { question: 'who migrates our data', answeredBy: /\bmigrat/iu },
  { question: 'who manages access rights', answeredBy: /\baccess\b/iu },
  { question: 'who provides the licences', answeredBy: /\blicen[cs]e/iu },
  { question: 'can we call support by phone', answeredBy: /\bphone/iu },
]

/** How many examples fit under the box without becoming a list to read. */
const MOST = 4

/** One question for each of the first products that have one, each another where possible; none when nothing is answered. */
export function examplesFor({ knowledge, resolver }: Pick<Inside, 'knowledge' | 'resolver'>): readonly string[] {
  const products = [...new Set(knowledge.documents.map(({ product }) => product))]
  const used = new Set<General>()
  const examples: string[] = []
  for (const product of products) {
    const fresh = [...GENERAL.filter((one) => !used.has(one)), ...used]
    const found = fresh.find((one) => isAnswered(`${one.question} on ${product}`, one, resolver))
    if (!found) continue
    used.add(found)
    examples.push(`${found.question} on ${product}?`)
    if (examples.length === MOST) break
  }
  return examples
}

function isAnswered(question: string, { answeredBy }: General, resolver: Inside['resolver']): boolean {
  const found = resolver.resolve(question)
  const entries: readonly Entry[] = found.kind === 'answer' ? found.rows : found.kind === 'rule' ? found.rules : []
  const [first] = entries
  return first !== undefined && answeredBy.test(first.type === 'activity' ? first.text : first.quote)
}
