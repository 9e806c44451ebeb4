// "What is ours to do" on a document whose parties are not a customer and a provider: which of them are you?

import type { Answer, Option } from '../answer/answer.ts'
import { listed } from '../answer/wording.ts'
import { isDirect, type Resolution } from '../domain/resolution.ts'
import { isCustomer } from '../resolve/parties.ts'
import type { Inside } from './inside.ts'

const OURS = /\b(?:what|which|list|show|everything|all|are)\b.*\b(?:we|us|our|ours|i|my|mine)\b/iu
/** More parties are named in a sentence. */
const MOST_OPTIONS = 6

/** The question back; undefined where the words are not about the person's own side, or there is one side that is theirs. */
export function whichParty(resolution: Resolution, { knowledge, resolver }: Inside): Answer | undefined {
  const { question, products } = resolution.reading
  const [product, ...others] = products
  if (resolution.kind !== 'unknown' || isDirect(resolution) || resolution.near.length) return undefined
  if (product === undefined || others.length || !OURS.test(question)) return undefined
  const all = [...new Set(knowledge.documents.flatMap((one) => (one.product === product ? one.parties : [])))]
  const ours = all.filter(isCustomer)
  const parties = ours.length > 1 ? ours : all
  if (ours.length === 1 || parties.length < 2) return undefined
  const options = parties.map((party): Option => {
    const value = `what is ${party} responsible for on ${product}`
    return { action: { name: 'ask', value: value.slice(0, 300), label: party.slice(0, 75) }, title: party }
  })
  const isList = options.every(({ action }) => resolver.resolve(action.value).kind === 'list')
  if (!isList) return undefined
  const named = `The parties of ${product} are ${listed(parties)}.`
  if (options.length > MOST_OPTIONS)
    return said(`Which party are you? ${named} Ask for example “what does ${parties[0]} do on ${product}”.`)
  const back = said('Which party are you?')
  return { ...back, blocks: [...back.blocks, { type: 'options', options }] }
}

const said = (text: string): Answer => ({
  kind: 'unknown',
  blocks: [{ type: 'sentence', text }],
  actions: [],
  items: [],
})
