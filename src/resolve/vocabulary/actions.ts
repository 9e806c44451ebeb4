// What is done to things: the verbs of responsibility documents, each with the words people use for it.
// A form is a word or a phrase; matching ignores endings, case and British or American spelling.

export const ACTIONS = {
  choose:
    'choose, choice, select, selection, pick, opt, decide, decision, make the call, settle on, final word, final say, whose call, sign off, green light, prefer, elect, make up mind, whose signature, say so',
  define:
    'define, definition, specify, determine, establish, lay down, set out, draw up, write down, draft, formulate, design, spell out',
  'carry-out':
    'carry out, execute, perform, realize, realise, physically, actually do, press the button, hands on, pull the trigger',
  size: 'size, sizing, scale, dimension, beefy, how big, how many, capacity planning, t-shirt size, headroom, undersized, oversized, right size',
  subscribe: 'subscribe, subscription, sign up, order, enrol, take out, sign the contract, onboard',
  provide: 'provide, supply, hand over, furnish, deliver, delivery, give, issue, make available, ship, get from',
  produce: 'produce, build, manufacture, rack, assemble, put up, transport, route',
  install:
    'install, installation, set up, setup, put on, roll out, spin up, stand up, load, pre-install, preconfigured, provision',
  configure:
    'configure, configuration, config, parameter, setting, tune, tweak, adapt, customise, customize, tailor, adjust, shape, set up',
  deploy: 'deploy, deployment, roll out, push out, launch, release, implement, implementation, put live, go live',
  import: 'import, bring in, onboarding, upload, load in, ingest, drag across, move in, take in, bring over',
  export: 'export, pull out, take out, download, extract, extraction, get out, dump out, suck out, take away',
  migrate:
    'migrate, migration, migrator, transfer, move, moving, switch over, carry over, cut over, lift and shift, relocate, shift',
  buy: 'buy, purchase, acquire, own, hold, pay, paid, cost, invoice, procure, fund, budget, bill',
  manage: 'manage, managed, management, handle, look after, take care, in charge, deal, run, govern, oversee',
  administer:
    'administer, administrate, administration, admin, sysadmin, operate, operation, run, day to day, babysit, housekeeping, caretaker',
  monitor:
    'monitor, monitoring, watch, supervise, supervision, observe, keep an eye, oversee, dashboard, stare at, check, probe, notice, spot, grafana, nagios, zabbix, prometheus, metrics',
  maintain: 'maintain, maintenance, upkeep, keep, keep alive, keep running, service, healthy, preserve, sustain, care',
  'back-up':
    'back up, backup, safety copy, spare copy, nightly copy, snapshot, dump, nightly dumps, safeguard, duplicate, second copy, save copies',
  restore:
    'restore, restoration, recover, recovery, bring back, get back, undelete, retrieve, roll back, put back, rescue, resurrect, give back, restitution, recuperate, come back, fetch back, reinstate',
  test: 'test, drill, rehearse, rehearsal, exercise, dry run, try out, practice, fire drill, prove, verify, trial, simulate',
  verify: 'verify, validate, check compliance, comply, compliance, approve, confirm, acceptance, sign off, acknowledge',
  encrypt:
    'encrypt, encryption, cipher, scramble, scrambling, crypto, unreadable, luks, aes, sse-c, sse, encrypted, encipher, at rest, bitlocker',
  filter:
    'filter, firewall, block, lock down, whitelist, allowlist, blacklist, restrict traffic, open port, close port, acl, waf, ips, ids, iptables, security group, nsg',
  retain: 'retain, retention, keep, store, archive, conserve, preserve, hang on, hold on, how long',
  notify:
    'notify, notification, report, raise, alert, warn, tell, declare, signal, flag, open a ticket, open a case, log a ticket, raise the alarm, announce, inform',
  qualify: 'qualify, triage, diagnose, classify, categorise, investigate, analyse, root cause, assess, post mortem',
  intervene:
    'intervene, intervention, process, handle, treat, fix, repair, solve, resolve, resolution, work on, drive, sort out, troubleshoot, step in, correct',
  replace: 'replace, replacement, swap, swap out, change broken, exchange, substitute, put a new one in, hot swap',
  patch:
    'patch, update, upgrade, hotfix, security fix, new release, new version, patch tuesday, bump, bring up to date, service pack, cumulative update, latest version',
  plan: 'plan, schedule, calendar, timetable, organise, organize, roadmap, arrange, prepare, programme, date, cron',
  'add-remove':
    'add, remove, addition, delete option, attach, detach, extend, resize, increase, decrease, grow, shrink, expand, extra',
  create: 'create, new, generate, make, set up new, open new, produce new',
  modify: 'modify, change, edit, alter, amend',
  destroy:
    'destroy, destruction, delete, deletion, erase, wipe, shred, purge, get rid, crush, degauss, trash, scrub, clear out, obliterate, clean up, dispose, disposal',
  decommission:
    'decommission, decommissionate, uncommission, terminate, termination, end of service, tear down, take down, dismantle, retire, cancel, release resources, shut down, unwind, switch off, unplug, contract over, contract ends, resign',
  learn:
    'learn, read up, know, understand, get familiar, study, homework, capabilities, limitations, fine print, documentation, rtfm, read the docs, t&c, terms and conditions, terms',
  secure: 'secure, security, harden, hardening, protect, safe, safety, attack, hacker, threat, breach',
  'grant-access':
    'grant access, revoke access, access right, permission, rights, login, log in, account, credential, who can get in, authorise, authorize, kick out, badge, let in, role based, rbac, sso, mfa, password',
  certify: 'certify, certificate of destruction, proof, attest, attestation, evidence, in writing, paper',
  renew: 'renew, renewal, prolong, expire, expiry, run out, fresh one, about to lapse',
  restrict: 'restrict, limit, disable, turn off, forbid, switch off, disallow',
  optimise: 'optimise, optimize, tune, fine-tune, performance tuning, improve, faster',
  support: 'support, help, assist, assistance, debug, hand holding',
  validate: 'validate, approve, allow, permit, authorise, consent, agree, go-ahead',
  clear: 'clear alarm, process alarm, acknowledge alarm, silence',
  generate: 'generate, generation, create key',
  cooperate: 'cooperate, collaborate, work together',
  exit: 'reversibility, revert, reverting, reversion, exit, leave, leaving, quit, ditch, way out, get out, going back, moving away, pull out, moving off, going elsewhere, fallback, insource, offboarding, walk away',
} as const
