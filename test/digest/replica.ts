// One replica as a process of its own, for the chaos test: it asks for the time, runs the digests through the real
// notifiers, and asks again.

import { LogLevel, WebClient } from '@slack/web-api'
import { patientFetch } from '../../adapters/slack/patient-fetch.ts'
import { createSlackNotifier } from '../../adapters/slack/slack-notifier.ts'
import { openStore } from '../../adapters/storage/open-store.ts'
import { Connector } from '../../adapters/teams/connector.ts'
import { createTeamsNotifier } from '../../adapters/teams/teams-notifier.ts'
import { runDigests } from '../../src/digest/run-digests.ts'

const [, , edge = '', databaseUrl = '', name = ''] = process.argv
let now = new Date(0)
const clock = { now: () => now }
const wait = async () => {}

const store = await openStore({ clock, databaseUrl, hashKey: Buffer.alloc(32, 'hash') })
const client = new WebClient(name, {
  ...{ slackApiUrl: `${edge}/slack/api/`, fetch: patientFetch({ tries: 1 }) },
  ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  logger: {
    ...console,
    debug() {},
    info() {},
    warn() {},
    error() {},
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.ERROR,
  },
})
const slack = createSlackNotifier({ clientFor: async () => client, clock, wait })
const connector = new Connector(async () => name, clock, { wait })
const teams = createTeamsNotifier({ connector, references: store.references })

for (;;) {
  const asked = await fetch(`${edge}/clock`, { headers: { Authorization: `Bearer ${name}` } })
  now = new Date(await asked.text())
  await runDigests({
    ...{ subscriptions: store.subscriptions, days: store.digestDays, maintenance: store.maintenance },
    notifierOf: (platform) => (platform === 'slack' ? slack : teams),
    ...{ holidays: [], sources: [], clock, rowsOf: () => [], noticeRulesOf: () => [], report: () => {} },
  })
}
