// vocabulary.yaml: the words people use for the things documents speak of, added by the owners of the documents.

import { z } from 'zod'
import type { Vocabulary } from '../domain/knowledge.ts'
import type { Report } from './report.ts'
import { readYaml, reportFaults, type YamlValue } from './yaml-value.ts'

const FIX = 'Write it as knowledge/README.md shows: a concept name and the list of its words.'
const documentSchema = z.record(z.string(), z.unknown())
const wordsSchema = z.array(z.string().trim().min(1).max(100)).min(1).max(500)

/** Concept name to surface forms. Faulty concepts are reported and left out. */
export function readVocabulary(source: string, report: Report): Vocabulary {
  const yaml = readYaml(source, 1, report)
  const document = documentSchema.safeParse(yaml?.value ?? {})
  if (yaml === undefined) return {}
  if (!document.success) {
    reportFaults(document.error, yaml, 'invalid-vocabulary', FIX, report)
    return {}
  }
  const concepts: [string, readonly string[]][] = []
  for (const [name, value] of Object.entries(document.data)) {
    const words = wordsSchema.safeParse(value)
    const at: YamlValue = { value, lineOf: (path) => yaml.lineOf([name, ...path]) }
    if (words.success) concepts.push([name, words.data])
    else reportFaults(words.error, at, 'invalid-vocabulary', FIX, report)
  }
  return Object.fromEntries(concepts)
}
