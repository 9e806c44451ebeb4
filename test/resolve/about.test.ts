import { expect, it } from 'vitest'
import { aboutWords } from '../../src/resolve/about.ts'
import { wordsOf } from '../../src/resolve/words.ts'

it.each([
  ['what is the difference between them on backups', ['backups']],
  ['show everything about our own mailboxes', ['mailboxes']],
  ['what is the provider supposed to do before the end', []],
  ['is encryption handled the same', ['encryption']],
  ['who patches the hypervisor', ['patches', 'hypervisor']],
])('what %s is about', (question, words) => expect(aboutWords(wordsOf(question), () => true)).toEqual(words))

it('says back what is known alone', () =>
  expect(aboutWords(['backups', 'flurbs'], (stem) => stem === 'backup')).toEqual(['backups']))
