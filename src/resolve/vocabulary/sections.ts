// The phases and sections that responsibility documents are divided into, and how people speak of them when they ask
// for everything in one. A heading belongs to a section when it holds one of the section's forms; headings that are
// named by their own words need no entry here.

export const SECTIONS = {
  'before-subscription':
    'before subscription, before subscribing, before we subscribe, before anyone subscribes, before he subscribes, can subscribe, before ordering, before we order, before buying, before we buy, prior to subscription, prior to ordering, prior subscription, pre-subscription, pre-sales, presales, pre-order, before signing, before we sign, ordering phase, sizing phase, before going with, before the contract, before the purchase, up front, beforehand, before going live, before go live, before we go live, before go-live, before golive, before launch, before we launch',
  'service-availability':
    'service availability, availability phase, provisioning phase, setup phase, getting started, delivery phase, provisioning, onboarding, before going live, before go live, before we go live, before go-live, before golive, before launch, before we launch',
  installation:
    'install service, install the service, installation, installing, being installed, setting up, set up, set up the service, set-up, set-up step, setup of, during the setup, install, installed, initial setup, initial implementation',
  'reversibility-model': 'reversibility model',
  'system-setup':
    'information system setup, information system, is installation, installing the client is, client s is installation, customer s is installation, our systems, our own systems',
  usage:
    'service usage, while using, using, during use, during usage, usage, run phase, running, while running, operating, in production, while it runs',
  'daily-operations':
    'daily operations, daily ops, day to day, day-to-day, everyday operations, everyday, daily business, daily running, daily, daily tasks, daily work, routine operations, recurring operations, operating daily, bau, business as usual',
  'access-management':
    'access management, accesses, access rights, access, who gets in, identity and access, identity management, iam, permissions, users and rights',
  monitoring: 'monitoring, supervision, observability, surveillance',
  storage: 'storage',
  connectivity: 'connectivity, networking, network, network side, networks',
  management: 'management',
  'business-continuity':
    'business continuity, continuity, disaster recovery, dr, bcp, drp, continuity and disaster recovery',
  'event-management': 'event management, events',
  incidents:
    'incidents, incident, incident handling, incident management, outages, outage, something breaks, when it breaks, breaks, breakdowns, troubleshooting',
  changes: 'changes, change, change management, updates and changes, evolutions',
  reverting:
    'reverting, reversibility, reversion, exit, exiting, leaving, leave, way out, moving away, moving out, move out, migrating away, going elsewhere, exit phase, exit plan, offboarding, taking our data elsewhere, going away, switching away, quitting',
  'data-recovery': 'data recovery',
  'end-of-service':
    'end of service, end-of-service, end of contract, contract is over, contract over, contract ends, contract end, contract ended, contract has ended, after termination, after cancellation, once we cancel, cancelled, terminated, termination, shut down the service, wind down, decommissioning, end of life, hand back, closing, closed down, is over, end of the contract',
  destruction:
    'destruction, destroy, destroyed, destroying, deletion, delete, deleted, wipe, wiped, wiping, erase, erased, erasure, shred, shredded, purge, purged',
  operations: 'operations, ops, operational, operation, run',
  security: 'security',
  support: 'support',
  'backup-and-recovery': 'backup and disaster recovery, backup and recovery',
} as const
