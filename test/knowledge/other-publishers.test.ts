import { expect, it } from 'vitest'
import { describeCorpus, held, readCorpus, rowsOf, rulesOf } from './reading.ts'

const wild = readCorpus('wild')
const document = (id: string) => wild.documents.find((candidate) => candidate.id === id)
const row = (id: string, text: string) => rowsOf(document(id)).find((candidate) => candidate.text === text)
const errors = (file: string) => wild.issues.filter((issue) => issue.file === file && issue.severity === 'error')

describeCorpus('matrices of other publishers', () => {
  it.each([
    ['cloud-temple-iaas-raci', 109],
    ['cloud-temple-kubernetes-raci', 71],
    ['viden-localch-raci', 27],
    ['greenlang-agent-factory-raci', 104],
    ['greenlang-slo-bullet-raci', 8],
    ['algosup-web-fpga-nested-html', 7],
    ['algosup-virtual-processor-raci', 10],
    ['devops-client-w365-raci', 31],
    ['octoacme-phase-rows-raci', 39],
    ['refractor-inverted-raci', 10],
    ['cspi-qe-raci-chart', 14],
    ['jaap-responsibilities-matrix', 42],
    ['sosecure-isms-raci', 16],
  ])('reads %s completely: %i rows', (id, rows) => {
    expect(rowsOf(document(id))).toHaveLength(rows)
    expect(errors(document(id)?.file ?? '')).toEqual([])
  })

  it('reads letters with marks, remarks and brackets, and keeps the cell', () => {
    expect(row('cloud-temple-kubernetes-raci', 'Configure CI/CD pipelines')?.assignments[1]).toEqual({
      party: 'Cloud Temple',
      letters: ['I'],
      cell: 'I*',
    })
    expect(held(row('sosecure-isms-raci', 'Manage Supplier Security'))).toBe(
      'CEO I, CTO (ISMS Owner) A, ISMS Manager C, IT Ops Lead R, Legal Counsel R',
    )
    expect(row('sosecure-isms-raci', 'Manage Supplier Security')?.assignments[5]?.cell).toBe('R (Contracts)')
    expect(held(row('jaap-responsibilities-matrix', 'Verify Signature'))).toBe('IT Admin R, Security C, Dev Team A')
  })

  it('puts rows under their phase', () => {
    expect(row('viden-localch-raci', 'Security patches')?.section).toEqual(['Maintenance & Support'])
    expect(row('octoacme-phase-rows-raci', 'Threat modeling')?.section).toEqual([
      'Project Activities Matrix',
      'Security',
    ])
    expect(row('sosecure-isms-raci', 'Perform Risk Assessment')?.section).toEqual(['2. Risk Management'])
    expect(row('devops-client-w365-raci', 'Branch protection rules')?.section).toEqual(['Repository Management'])
    expect(row('greenlang-agent-factory-raci', 'Model Registry')?.section).toEqual([
      'Phase 1: Foundation (Weeks 1-16)',
      '1.1 Model Infrastructure',
    ])
  })

  it('reads columns that are no party as notes', () => {
    expect(row('viden-localch-raci', 'Security patches')?.notes).toEqual({
      'SLA (viden)': '5 business days (critical)\n15 business days (non-critical)',
    })
    expect(document('viden-localch-raci')?.parties).toEqual(['Business', 'Internal Engineering', 'Viden'])
  })

  it('names abbreviated parties from the glossary', () => {
    expect(document('greenlang-agent-factory-raci')?.partyNames).toMatchObject({
      DO: 'DevOps/SRE/Security Team',
      EL: 'Engineering Lead',
    })
  })

  it('reports a row with a cell too many and gives the stray letter to nobody', () => {
    expect(held(row('algosup-virtual-processor-raci', 'Test plan'))).toBe(
      'Project Manager CI, Program Manager I, Technical Leader C, Software Engineer C, Quality Assurance RA, Client I',
    )
    expect(wild.issues.filter(({ rule }) => rule === 'too-many-cells').map(({ line }) => line)).toEqual([27])
  })

  it('reads inverted matrices and leaves names that share a word unsplit', () => {
    expect(held(row('refractor-inverted-raci', 'Repository scaffolding & CI'))).toBe(
      'Infrastructure Lead R, Architecture Lead A, Tooling, Retrieval teams C, Entire engineering org I',
    )
    expect(held(row('refractor-inverted-raci', 'Ceremonies scheduling'))).toBe(
      'Program Manager RA, Team leads C, All participants I',
    )
  })

  it('reads bullets below a heading', () => {
    const found = rowsOf(document('greenlang-slo-bullet-raci'))
    expect(found[0]).toMatchObject({ text: 'SLO-1: Availability', section: ['SLO Definitions'] })
    expect(held(found[0])).toBe(
      'Platform Engineering R, Engineering Manager A, Energy Analytics Team C, Operations Team I, Customers I',
    )
    expect(held(found[3])).toBe('Backend Engineering R, Tech Lead A, Performance Engineering C')
  })

  it('reads a table nested in layout tables', () => {
    expect(held(row('algosup-web-fpga-nested-html', 'Technical Specification'))).toBe(
      'Project Manager C, Program Manager C, Technical Leader R, Software Engineer C, Quality Assurance C, Client C',
    )
  })
})

describeCorpus('layouts that give no letters', () => {
  it.each([
    ['gdsec-detections-daci.md', 'D is no letter of R, A, S, C, I, its legend says “Driver” (DACI)'],
    ['meshstack-k8s-checkmarks.md', 'it uses marks (✅, ❌, ⚠️)'],
    ['mlops-platform-vs-app-emoji.md', 'it uses marks (✅, 🤝, ❌)'],
    ['rykaj-agile-tribe-matrix.md', 'it uses words (Helps, '],
    ['stakater-saap-responsibilities.md', 'it has sentences a party'],
    ['bcgov-cloud-shared-responsibilities.md', 'it has a party a row'],
    ['rosa-shared-responsibilities.adoc', 'it uses words (Customer, Red Hat'],
  ])('says so for %s, and quotes its rows', (file, why) => {
    const [error, ...more] = errors(file)
    expect(error?.rule).toBe('unreadable-table')
    expect(error?.reason).toContain(why)
    expect(more).toEqual([])
    const found = wild.documents.find((candidate) => candidate.file === file)
    expect(rowsOf(found)).toEqual([])
    expect(rulesOf(found).length).toBeGreaterThan(0)
  })

  it('quotes a row of check marks as it stands', () => {
    const quotes = rulesOf(document('meshstack-k8s-checkmarks')).map(({ quote }) => quote)
    expect(quotes).toContain('Responsibility: Use least privilege roles\nPlatform Team: ⚠️\nApplication Team: ✅')
  })

  it('keeps each indented tab of a page as a section', () => {
    const found = rulesOf(document('stakater-saap-responsibilities')).find(
      ({ section }) => section.at(-1) === 'Cluster Version',
    )
    expect(found?.section).toEqual(['Change Management', 'Cluster Version'])
    expect(found?.quote).toContain('Publish changelogs and release notes for upgrades')
  })

  it('quotes an AsciiDoc row whose cells name the parties, wherever its lines break', () => {
    const quotes = rulesOf(document('rosa-shared-responsibilities')).map(({ quote }) => quote)
    expect(quotes.filter((quote) => quote.startsWith('Resource: '))).toHaveLength(14)
    expect(quotes).toContain(
      [
        'Resource: Cluster networking',
        'Incident and operations management: Red Hat',
        'Change management: Red Hat and Customer',
        'Access and identity authorization: Red Hat and Customer',
        'Security and regulation compliance: Red Hat',
        'Disaster recovery: Red Hat',
      ].join('\n'),
    )
  })
})

describeCorpus('communication documents of other publishers', () => {
  it.each(['comms-stakater-support-plans', 'comms-tuist-scheduled-maintenance', 'comms-pagerduty-severity-levels'])(
    'finds no matrix in %s',
    (id) => {
      expect(document(id)?.kind).toBe('communication')
      expect(rowsOf(document(id))).toEqual([])
      expect(errors(`${id}.md`)).toEqual([])
    },
  )

  it.each([
    [
      'comms-stakater-support-plans',
      ['2. Response Time Matrix'],
      'Severity: P2 – High\nStandard (Business Hours): 12 business hours\nPremium (24x7x365): 2 hours',
    ],
    [
      'comms-stakater-support-plans',
      ['1. Severity Definitions'],
      'If no severity is specified when submitting a request, it defaults to P3 – Medium.',
    ],
    [
      'comms-tuist-scheduled-maintenance',
      ['Scheduled Maintenance Guidelines', 'Maintenance Categories', 'Major Maintenance', 'Communication Timeline'],
      'First notice: 7 days before\nReminders:\n3 days before\n24 hours before\n1 hour before',
    ],
    ['viden-localch-raci', ['Additional SLA Notes'], 'Business hours: Mon–Fri 09:00–17:00 CET'],
  ])('reads a rule of %s', (id, section, quote) => {
    expect(rulesOf(document(id)).map((rule) => ({ section: rule.section, quote: rule.quote }))).toContainEqual({
      section,
      quote,
    })
  })

  it('keeps a severity of an HTML table whole', () => {
    const found = rulesOf(document('comms-pagerduty-severity-levels')).find(({ quote }) =>
      quote.startsWith('Severity: SEV-2'),
    )
    expect(found?.quote).toContain('Notification pipeline is severely impaired.')
    expect(found?.quote).toContain('Typical Response: Major incident response.')
  })
})
