// Kinds of products under the names the trade gives them: a product called by one may be asked for by another.
// They are hints only: the rows must bear them out.

export const TRADE_NAMES = `
kubernetes, k8s, kube, mks, container orchestration, cluster
container registry, private registry, image registry, harbor
virtual desktop, vdi, desktop as a service, daas, thin client, remote desktop
voip, telephony, phone lines, sip, ip telephony, phone system, pbx
load balancer, load balancing, application delivery, adc, lb, iplb, f5, haproxy
data warehouse, dwh, warehouse, lakehouse
object storage, s3, bucket, swift
block storage, volumes, san
file storage, nfs, nas, file share, filer
cold storage, archive storage, glacier, tape
virtual private server, vps
bare metal, dedicated server, physical server
private network, vrack, vlan
content delivery network, content delivery, cdn
domain names, domain name, domain, dns
ip addresses, additional ip, failover ip, byoip
anti-ddos, ddos protection, ddos
key management, kms
hardware security module, hsm
backup as a service, managed backup, baas
disaster recovery, draas, dr as a service
identity and access management, identity, iam, sso, single sign-on
privileged access, bastion, pam, jump host
public key infrastructure, pki, certificate authority, certificates
web application firewall, waf
managed firewall, firewall
security operations centre, security operations, soc, siem
endpoint protection, endpoint detection, edr, antivirus
sd-wan, sdwan, wide area network, wan, mpls
wireless, wlan, wi-fi, wifi
message broker, message queue, mq, rabbitmq, activemq, event bus
kafka, event streaming
serverless functions, functions as a service, faas, serverless, lambda
api gateway, api management, gateway
search engine, opensearch, elasticsearch
observability, monitoring, metrics, telemetry
logs, log management, logging, ldp, graylog
databases, database, dbaas, db
mysql, mariadb
postgresql, postgres, pg
mongodb, mongo
oracle database, oracle
sql server, mssql
machine learning, ml platform, ai platform, ai, gpu, training
batch computing, high performance computing, hpc cluster
web hosting, shared hosting, webhosting, web host
platform as a service, paas
continuous integration, ci/cd, devops, pipelines, gitlab, git
human resources, hr suite, hr, hris, hcm
payroll, salary, wages
enterprise resource planning, erp, sap
customer relationship management, crm
document management, dms, archive
e-signature, electronic signature, esign, signing
learning management, lms, e-learning
service desk, help desk, helpdesk, service management, itsm
contact centre, call centre
mobile device management, mdm, device management
office suite, productivity suite, microsoft 365, m365, o365, office 365, google workspace
video meetings, video conferencing, videoconference, meeting rooms
printing, print service, printers
point of sale, pos, tills, checkout
payment gateway, payments, card payments, psp
warehouse management, wms
business intelligence, bi, reporting
electronic health record, health record, ehr, emr, patient record
laboratory information, lims
internet of things, iot, scada, industrial
building access, access control, badge system, cctv
colocation, housing, rack space, datacentre space
mainframe, ibm i, as400, ibm z
email, mail, mailboxes, exchange
virtual machines, instances, compute
hosted private cloud, vmware, vsphere
`
