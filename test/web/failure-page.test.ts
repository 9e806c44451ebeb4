import { expect, it } from 'vitest'
import { renderFailurePage } from '../../adapters/web/failure-page.ts'

const failure = { title: 'Something went wrong', message: 'Try again.', requestId: 'a-number' }

it('explains the number of a failure of ours', () => {
  expect(renderFailurePage({ ...failure, status: 500 })).toContain(
    'Number to report: a-number. Whoever runs this bot finds the cause in its log by this number.',
  )
})

it.each([
  ['a page nobody serves, which no log knows', { ...failure, status: 404 }],
  ['a notice without a request', { ...failure, requestId: '' }],
])('shows no number for %s', (_what, shown) => {
  expect(renderFailurePage(shown)).not.toContain('Number to report')
})
