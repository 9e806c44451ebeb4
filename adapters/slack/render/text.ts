// Text for Slack. What comes from a document or a question goes into plain_text, where nothing is markup; only
// our own words and addresses go into mrkdwn.

import type { MrkdwnElement, PlainTextElement } from '@slack/types'
import { cut } from '../../../src/answer/text/plain.ts'

/** Slack's own escaping: these three and no other (docs.slack.dev, formatting message text). */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Plain text of at most `limit` UTF-16 units, cut with an ellipsis; never empty, because Slack rejects that. */
export function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: cut(text, limit) || ' ', emoji: false }
}

/** Our own words as mrkdwn. Never hand in what a person or a document wrote. */
export function ours(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true }
}

/** A link with a label of ours; empty for an address that is not http(s). */
export function link(address: string, label: string): string {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return ''
  return `<${url.href.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${escaped(label).replaceAll('|', '¦')}>`
}
