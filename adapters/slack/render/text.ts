// Text for Slack. What comes from a document or a question goes into plain_text, where nothing is markup; only
// our own words and addresses go into mrkdwn.

import type { MrkdwnElement, PlainTextElement } from '@slack/types'

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

/** At most `limit` units, by whole characters, control and direction marks removed. */
export function cut(text: string, limit: number): string {
  const printable = text.toWellFormed().replace(UNPRINTABLE, '').trim()
  if (printable.length <= limit) return printable
  const kept = printable
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, '')
  return `${kept.trimEnd()}…`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
