// The phases and sections that responsibility documents are divided into, and how people speak of them when they ask
// for everything in one. A heading belongs to a section when it holds one of the section's forms.

export const SECTIONS = {
  'before-subscription':
    'before subscription, before subscribing, before we subscribe, subscribe, before ordering, before we order, before buying, prior to subscription, pre-sales, before signing, before we sign, ordering phase, specify service, sizing phase, before going with',
  'service-availability':
    'service availability, availability phase, provisioning phase, setup phase, getting started, delivery phase',
  installation:
    'install service, install the service, installation, installing, setting up, set up the service, set-up step',
  'reversibility-model': 'reversibility model',
  'system-setup': 'information system setup, is installation, client is, customer is, our systems',
  usage: 'service usage, while using, during use, run phase, in use',
  'daily-operations':
    'daily operations, daily ops, day to day, day-to-day, everyday operations, daily business, daily running, routine operations',
  'access-management': 'access management, accesses, access rights, access, who gets in, identity and access',
  monitoring: 'monitoring, supervision, observability',
  storage: 'storage',
  connectivity: 'connectivity, networking, network',
  management: 'management',
  'business-continuity': 'business continuity, continuity, disaster recovery, dr, bcp, drp',
  incidents: 'incidents, incident, incident handling, outages, something breaks',
  changes: 'changes, change, change management, updates and changes',
  reverting:
    'reverting, reversibility, reversion, exit, leaving, leave, way out, moving away, moving out, migrating away, going elsewhere, exit phase, offboarding, taking our data elsewhere',
  'data-recovery': 'data recovery',
  'end-of-service':
    'end of service, end of contract, contract is over, contract over, contract ends, after termination, after cancellation, once we cancel, terminated, shut down the service, wind down, decommissioning',
  'configuration-destruction':
    'configuration destruction, destroy configurations, destroying configurations, configuration deletion, configurations',
  'data-destruction': 'data destruction, data deletion, destroying data, wiping data, destroy data',
  'event-management': 'event management, events',
  operations: 'operations',
} as const
