// Concepts of neighbouring fields that responsibility documents reach into: containers, identity, security operations,
// governance, development, telephony, sites. A document of a new product meets most of its words here.

export const FIELDS = {
  firmware: 'firmware, bios, uefi, bmc, ipmi, idrac, ilo, microcode',
  component: 'component, element, part, module, constituent, brick, functional brick, building block',
  agent: 'agent, daemon, client agent, sensor, collector',
  'node-pool': 'node, nodes, node pool, worker, worker node, machine pool, notready',
  autoscaling: 'autoscaling, autoscaler, scale out, scale up, scale down, elastic, replicas, threshold',
  manifest: 'manifest, yaml, helm chart, deployment file, kustomize',
  ingress: 'ingress, reverse proxy, frontend, backend pool, haproxy, nginx, farm, virtual ip, vip',
  'load-balancing': 'load balancer, load balancing, lb, balancer, traffic distribution, health check, health probe',
  ddos: 'ddos, denial of service, flood, volumetric, scrubbing, mitigate, mitigation',
  'dns-zone': 'dns, dns zone, zone file, record, a record, cname, resolver, name server, registrar, whois, propagate',
  cdn: 'cdn, cache, edge, purge cache, content delivery',
  tunnel: 'vpn, tunnel, ipsec, wireguard, peering, interconnect, direct connect, cross connect',
  nat: 'nat, floating ip, public ip, failover ip, elastic ip, additional ip, allocate ip',
  identity:
    'identity, sso, single sign-on, mfa, two factor, authenticator, directory, ldap, saml, oidc, iam, privileged, pam',
  joiner:
    'joiner, new hire, new starter, newcomer, leaver, left the company, joiner mover leaver, onboarding of users, departs, quit, resigned',
  user: 'user, users, employee, colleague, staff member, people, intern, service user',
  'end-user-support':
    'first line, first-line, helpdesk, help desk, service desk, end user support, user questions, hand holding, level 1, l1, 1st line',
  'expert-support': 'second line, third line, expert, escalate, escalation, level 2, level 3, l2, l3, vendor support',
  'rule-set':
    'rule, rules, ruleset, policy rule, signature, signatures, detection rule, use case, false positive, tune rules',
  'security-monitoring':
    'soc, siem, detection, suspicious, intrusion, hunt, threat hunting, edr, xdr, security event, anomaly',
  'security-incident':
    'security incident, breach, compromise, hacked, ransomware, forensic, forensics, containment, contain, phishing, data breach',
  'risk-assessment': 'risk assessment, risk analysis, assess risk, weigh risk, impact assessment, dpia',
  audit:
    'audit, auditor, inspection, iso 27001, soc 2, certification audit, evidence, control check, secnumcloud, hds, pci dss',
  compliance: 'compliance, compliant, regulatory, regulation, legal, law, statutory, authority, regulator',
  policy: 'policy, guideline, standard, rulebook, procedure, governance',
  review: 'review, check regularly, revisit, recertify, recertification, access review, attestation of access, inspect',
  approval:
    'approve, approval, authorise, authorize, sign-off, sign off, cab, green light, rubber stamp, permission to proceed',
  report: 'report, reporting, statistics, dashboard report, monthly report, kpi, figures, service review, scorecard',
  training: 'training, train, teach, workshop, course, awareness, coaching, e-learning, instruct',
  'documentation-work': 'document, write documentation, runbook, manual, wiki, knowledge base, procedure, keep docs',
  communication:
    'communicate, communication, announce, announcement, status page, newsletter, publish notice, tell users, warn users',
  'maintenance-window':
    'maintenance window, downtime window, planned work, planned maintenance, scheduled maintenance, time slot, off hours',
  requirement: 'requirement, requirements, specification, needs analysis, scope, scoping, demand',
  design: 'design, architect, architecture, blueprint, concept, topology, high level design',
  release: 'release, version, build, artefact, tag, ship, go-live, golive, cutover',
  pipeline: 'pipeline, ci/cd, cicd, build job, runner, deployment pipeline, jenkins, continuous integration',
  'bug-fix': 'bug, defect, fix code, hotfix, software defect, regression, error in code',
  feature: 'feature, functionality, enhancement, new function, roadmap, product improvement, wish',
  'source-code': 'source code, code, repository, repo, branch, merge, git, commit',
  'acceptance-test':
    'acceptance test, uat, user acceptance, sandbox, test environment, try before, staging, validate behaviour, regression test',
  environment: 'environment, staging, production, sandbox, preproduction, dev environment, tenant',
  secret: 'secret, secrets, vault, token, password rotation, credentials, api key',
  integration: 'integration, interface, connector, api, webhook, sync, synchronise, feed, third-party system',
  'data-quality':
    'data quality, cleanse, cleansing, correct data, master data, accuracy, data entry, enter data, fill in, type in',
  'data-model': 'schema, table, index, query, slow query, stored procedure, data model',
  replication: 'replication, replica, mirror, standby, secondary, geo-redundant, second site',
  'remote-hands':
    'remote hands, smart hands, on-site, on site, visit, technician on site, cabling, cross-connect, rack and stack, plug in',
  'power-cooling':
    'power, cooling, ups, generator, feed, electricity, pdu, kilowatt, temperature, humidity, air conditioning',
  visitor: 'visitor, visit, escort, access badge, site access, security desk, guard',
  delivery: 'shipment, parcel, delivery of goods, shipping, loading dock, courier',
  telephony:
    'phone, telephony, voip, sip, trunk, number, porting, call, calls, extension, ivr, queue, voicemail, handset, headset, call centre, contact centre',
  endpoint:
    'endpoint, laptop, desktop, workstation, thin client, device, mobile, tablet, smartphone, peripheral, printer',
  'virtual-desktop': 'virtual desktop, vdi, desktop, session host, profile, workspace, citrix',
  payment: 'payment, card, checkout, psp, refund, chargeback, transaction, gateway, till, billing',
  order: 'order, purchase order, stock, inventory of goods, shipment, catalogue, product data, price list',
  finance:
    'invoice, billing, budget, finance, accounting, cost, spend, forecast, quota, cost allocation, showback, ledger, journal',
  payroll: 'payroll, payslip, salary, wage, bonus, deduction, absence, overtime, leave',
  tax: 'tax, social security, declaration, authorities, statutory filing, contribution',
  'service-level': 'service level, sla, slo, target, kpi, response time, resolution time, credits',
  'contract-management':
    'contract, renewal, terms, supplier management, vendor management, subcontractor, procurement, notice of termination',
  'root-cause':
    'root cause, post-mortem, postmortem, rca, lessons learned, problem management, five whys, why it happened',
  severity:
    'severity, sev, priority, prio, criticality, urgency, classify, classification, what level, what grade, how serious',
  'definition-of':
    'definition, counts as, count as, qualifies as, considered, what makes, threshold, criteria, criterion, officially',
  frequency: 'how often, hourly, every hour, frequency, regularly, interval, periodically, cadence, updates',
  notice:
    'in advance, how early, how far ahead, beforehand, notice, lead time, days before, announced, advance warning',
  'contact-point':
    'contact, point of contact, whom to call, hotline, phone number, address, mailing list, distribution list, who to reach',
  'on-call': 'on-call, on call, pager, standby, stand-by, rota, night shift, out of hours, 24x7, round the clock',
  threshold: 'threshold, limit, alert threshold, alarm level, sensitivity, noise, noisy',
  dashboard: 'dashboard, graph, chart, visualisation, grafana, kibana, view',
  gpu: 'gpu, accelerator, cuda, training job, notebook, model, inference, dataset',
  'file-share': 'file share, share, nfs, smb, cifs, mount, export, folder, permissions on files, nas, partition',
  'access-list': 'ip restriction, allowlist, whitelist, acl, allowed ip, restrict ip, source address',
  spam: 'spam, junk, anti-spam, blacklisted, reputation, blocklist, quarantine, phishing mail',
  'mail-flow': 'mail flow, mx, spf, dkim, dmarc, relay, send connector, smtp, forward, redirect, mailing list',
  cms: 'cms, wordpress, theme, plugin, joomla, drupal, prestashop, php, site content',
  'web-access': 'ftp, sftp, ssh, upload files, filezilla, hosting space',
  snapshot: 'snapshot, point in time, checkpoint, clone',
  quotas: 'quota, limit increase, raise limit, ceiling, cap',
  'exit-data': 'hand back, hand over data, return data, takeout, copy of our data, portable format, open format',
} as const
