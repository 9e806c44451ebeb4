// The product's own vocabulary: every concept with its surface forms. A knowledge folder adds to it with vocabulary.yaml.

import type { Vocabulary } from '../../domain/knowledge.ts'
import { ACTIONS } from './actions.ts'
import { FIELDS } from './fields.ts'
import { OBJECTS } from './objects.ts'
import { QUALIFIERS } from './qualifiers.ts'

export const listed = (group: Readonly<Record<string, string>>): Vocabulary =>
  Object.fromEntries(
    Object.entries(group).map(([concept, forms]) => [concept, forms.split(',').map((form) => form.trim())]),
  )

/** Actions may share a word with objects (`backup`): each class keeps its own concept names. */
export const VOCABULARY: Vocabulary = {
  ...listed(ACTIONS),
  ...listed(OBJECTS),
  ...listed(QUALIFIERS),
  ...listed(FIELDS),
}
