// Products and services that people ask about and that a knowledge folder may not cover. A loaded product of the same
// name is no longer outside. Only names that are the topic when they stand in a question; tools named in passing
// (a mail client, a backup program) do not belong here.

export const OUTSIDE_PRODUCTS = `
aws, amazon web services, ec2, amazon s3, rds, lambda, cloudfront, route 53, eks, azure, azure ad, entra, entra id, active directory, intune, sharepoint,
onedrive, office 365, microsoft 365, m365, o365, exchange online, gcp, google cloud, google workspace, gsuite, g suite, gmail, google drive, bigquery,
nutanix, proxmox, openshift, rancher, hyper-v, citrix, vdi, zscaler, cloudflare, akamai, fastly, fortinet, fortigate, palo alto, check point,
jira, confluence, servicenow, salesforce, zendesk, hubspot, workday, successfactors, slack, ms teams, microsoft teams, zoom, webex, dropbox, box.com,
github, gitlab, bitbucket, jenkins, github actions, circleci, docker hub, artifactory, sonarqube, datadog, new relic, splunk, pagerduty, opsgenie, okta, auth0,
1password, lastpass, netflix, oracle cloud, ibm cloud, digitalocean, linode, vultr, hetzner, scaleway, heroku, vercel, netlify, snowflake, databricks, mailchimp, sendgrid,
twilio, stripe, paypal, shopify, magento, wordpress, prestashop, drupal, joomla,
web hosting, managed kubernetes, kubernetes service, managed rancher, vps, virtual private servers, nas-ha, nas, enterprise file storage, load balancer, ip load balancer, cdn, mx plan, domain names, zimbra mail,
hosted exchange, trusted exchange, email pro, private exchange, dedicated server, dedicated servers, bare metal, game server, block storage, object storage, cold storage,
cloud archive, public cloud databases, managed databases, dbaas, private registry, container registry, data processing, ai training, ai notebooks, ai deploy, key management service, kms, hosted private cloud, secnumcloud,
sap, sap hana, platform.sh, web paas, vrack, anti-ddos, ip fail over, additional ip, sms pro, sms, voip, sip trunk, telephony, fax, fibre, xdsl, overthebox, phone system, pbx,
logs data platform, metrics data platform, workspaces, desktop as a service, backup agent, veeam enterprise, zerto, hycu, quantum, iam, identity provider, vpn, erp, crm, payroll, wifi, wi-fi, printer, printers, copier, coffee machine, badge reader, car park
`
