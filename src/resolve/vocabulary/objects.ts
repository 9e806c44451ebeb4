// What responsibility is about: the nouns of responsibility documents, each with the words people use for it.

export const OBJECTS = {
  backup:
    'backup, back-up, backups, safety copy, spare copy, restore point, snapshot, nightly copy, veeam, copies, tape',
  'backup-job': 'backup job, jobs of backups, backup task, backup schedule, nightly run',
  'backup-policy': 'backup policy, backup strategy, retention policy, versioning',
  'restore-test': 'restoration test, restore test, recovery test, recovery drill, restore drill, test restore',
  'continuity-plan':
    'business continuity, continuity plan, recovery plan, disaster, disaster recovery, drp, bcp, dr, pca, pra, playbook, contingency, ashes, crisis plan, resilience plan, meteor, flood, fire, earthquake',
  certificate: 'certificate, cert, ssl, tls, https, padlock, csr, pfx, let us encrypt, digicert, x509, ca',
  licence:
    'licence, license, licensing, usage right, cal, entitlement, eula, subscription key, byol, bring your own licence',
  mailbox:
    'mailbox, inbox, box, seat, email account, account, mail account, alias, nickname, distribution group, distribution list, dl, external contact, shared mailbox',
  email: 'email, e-mail, mail, message, exchange, outlook, owa, webmail, smtp, imap, pop, mapi, ews',
  domain: 'domain, dns, domain name, registrar, hostname, fqdn, mx record',
  network:
    'network, networking, vlan, subnet, routing, router, switch, bandwidth, vrack, bgp, connectivity, cabling, uplink, traffic, lan, wan, packet',
  'ip-plan': 'ip, ip address, addressing plan, addressing, ip plan, subnetting, ipv4, ipv6, ip range',
  reachability:
    'accessibility, accessible, reachable, reachability, reach, available from outside, unreachable, network access',
  availability: 'availability, available, uptime, sla, downtime, outage, 99.9, nines, always on',
  hardware:
    'hardware, physical machine, physical server, machine, metal, server, disk, drive, psu, motherboard, ram, fan, raid, ssd, nvme, hdd, rack, node, host, chassis, component, kit, equipment, gear, box, material, cpu, controller',
  broken:
    'defective, deficient, faulty, broken, dead, failed, fried, toast, blown, crashed, kaput, burnt out, smoke, failing, bad',
  building:
    'building, hosting building, datacentre, datacenter, data center, hall, hosting, premises, room, facility, site, roof',
  utilities:
    'utility, utilities, physical device, power, electricity, cooling, aircon, air conditioning, ups, generator, hvac, temperature, energy, current',
  'physical-security': 'physical security, burglar, guard, cctv, fence, badge, camera, break in, theft, door, intruder',
  infrastructure:
    'infrastructure, platform, underlying, underneath, beneath, backend, under the hood, foundation, behind, engine room, substrate, bricks, building block',
  'control-plane':
    'control plane, api, management infrastructure, orchestrator, management layer, hypervisor api, management plane',
  'control-panel':
    'control panel, manager, panel, console, dashboard, portal, backoffice, admin interface, web interface, customer area',
  hypervisor: 'hypervisor, esxi, vmware, vsphere, kvm, vcenter, virtualisation, virtualization, vsan, nsx',
  vm: 'virtual machine, vm, vms, instance, guest, virtual instance, vps, virtual private server, virtual server, ec2',
  container: 'container, docker, kubernetes, k8s, tanzu, tkg, pod, helm, cluster, chart, oci',
  image: 'image, template, ova, qcow2, vmdk, ovf, iso, golden image',
  os: 'os, operating system, windows, linux, ubuntu, debian, red hat, rhel, kernel, sles, suse, distro, windows server',
  software:
    'software, softwares, application, app, program, programme, middleware, package, tool, database engine, stack, library, tomcat, apache, nginx, java',
  'client-software':
    'client software, outlook, thunderbird, apple mail, desktop app, mail client, smartphone, laptop, phone',
  antivirus: 'antivirus, av, malware, virus, defender, anti-spam, ransomware',
  'information-system': 'information system, is, it system, our systems, workload, business application, estate',
  database: 'database, db, dbaas, sql, mysql, postgres, postgresql, mongodb, redis, hana, dba',
  storage:
    'storage, volume, disk space, disk, space, capacity, bucket, container, object, block, nas, s3, swift, filesystem, quota',
  'storage-media':
    'storage media, storage device, media, drive, disk, tape, end-of-life, end of life, hard disk, ssd, drives',
  data: 'data, content, file, information, document, payload, dataset, records, stuff',
  'personal-data':
    'personal data, gdpr, dpa, dpo, pii, privacy, personal information, identity, name and address, contact details, billing details, rgpd',
  confidentiality:
    'confidentiality, integrity, secret, secrecy, confidential, leak, leaked, snoop, tamper, eavesdrop, private',
  key: 'key, cmk, kms, kmip, encryption key, key pair, secret key, hsm, ssh key',
  log: 'log, logs, trace, traces, journal, syslog, audit trail, event history, logging, logfile, records of events, siem',
  alert: 'alert, alarm, pager, red light, warning, alerting, page, beep, notification',
  incident:
    'incident, outage, breakdown, failure, fault, problem, crash, ticket, down, trouble, issue, disruption, case, bug, error, 500, 503, stuck',
  ticket: 'ticket, ticketing, case, phone call, telephone, contact, hotline, support request',
  change: 'change, change request, modification, maintenance window, evolution',
  'preventive-work':
    'preventive, precautionary, proactive, preventative, before it breaks, preventive intervention, prophylactic',
  performance: 'performance, speed, slow, latency, throughput, fast, perf, lag, iops, crawl, sluggish, response time',
  capacity: 'capacity, load, saturation, full, headroom, room left, exhausted, running out',
  functioning:
    'functioning, proper functioning, works, working, running, operation, health, up and running, operational condition',
  'business-process': 'business process, workflow, approval chain, process',
  inventory: 'inventory, list of, listing, rundown, asset register, cmdb, overview, catalogue of what, spreadsheet',
  location:
    'location, region, country, datacentre location, where, europe, eu, soil, geographic, city, place, zone, data residency',
  version: 'version, release, edition, flavour, flavor, 2016, 2019',
  sizing: 'sizing, size, scale, cpu, ram, 10gb, model, plan, range, tier, resource, resources, flavor',
  option: 'option, optional, add-on, addon, feature, extra, plan',
  'migration-tool': 'migrator tool, migration tool, imapsync, bittitan, utility, gadget, migrator',
  format: 'format, extension, csv, json, pst, eml, parquet, file type, shape',
  risk: 'risk, risks, threat, danger, exposure, vulnerability, threat modelling',
  vulnerability: 'vulnerability, cve, scan, trivy, hole, exploit, weakness, intrusion test, pentest, zero-day',
  'access-policy': 'access policy, security policy, service users, access rights, who may, who can, roles, permissions',
  'provider-staff': 'teams, staff, engineers, technicians, employees, personnel, operators, ovh people',
  protocol: 'protocol, protocols, imap, pop, smtp, mapi, ews, tls, cipher, modern auth',
  quota: 'quota, mailbox size, limit, ceiling, 50gb, bigger mailbox',
  'password-policy': 'password, password policy, lockout, complexity',
  credential: 'credential, credentials, id, first login, username, access key, token, api key, initial password',
  retention: 'retention, retention policy, legal requirement, lifecycle, how long, kept years',
  job: 'job, jobs, spark, batch, task, execution, run, pipeline',
  project: 'project, tenant, environment, workspace',
  website: 'website, site, web page, shop, web app',
  code: 'code, source, repository, git, ci, cd, framework, language, cicd, commit, runtime',
  registry: 'registry, harbor, images, artefact, artifact',
  configuration: 'configuration, configurations, settings, setup, config',
  contract: 'contract, agreement, termination, subscription, contractual, commercial, quote',
  documentation: 'documentation, docs, manual, guide, particular conditions, terms, t&c',
  'high-availability':
    'resilience, resiliency, resilient, redundancy, redundant, high availability, ha, failover, cluster, spof, survive, replicate, replication, second site, single box',
  'fallback-infrastructure':
    'fallback infrastructure, new infrastructure, where to go, destination, next provider, landing place, new home',
  cost: 'price, cost, pay, bill, billing, invoicing, invoice',
  gateway: 'gateway, bastion, jump host, vpn, load balancer, lb, dns, nsx edge, load-balancer',
  architecture: 'architecture, topology, design, blueprint',
  automation: 'automatic, automated, automation, terraform, infrastructure as code, iac, ansible, cloud-init',
  guide: 'guide, tutorial, manual, howto, instructions',
  sap: 'sap, hana, backint, netweaver, s4',
  lifecycle: 'lifecycle, eol, end of life, sunset, deprecated',
  sustainability: 'continuity, sustainability, durability, persistence, persistent, durable, loss, lost',
  'maintenance-work': 'maintenance, servicing, works',
} as const
