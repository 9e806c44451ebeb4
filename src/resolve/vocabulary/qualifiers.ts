// What tells two neighbouring rows apart: whose thing it is, under which condition, in which phase.

export const QUALIFIERS = {
  'customer-side':
    'customer, client, our own, ourselves, tenant, user, in-house, us, we, hosted on, installed on, inside',
  'provider-side':
    'provider, ovh, ovhcloud, vendor, supplier, managed, in support of, hoster, underlying, their, supporting',
  'on-request': 'on request, upon request, requested, ask for, asked for, demand, request',
  'with-option':
    'option, optional, in case of subscription, additional service, automated backup, managed backup, paid, subscribed, add-on, booked',
  'third-party': 'third party, third-party, other vendor, external tool',
  first: 'first, initial, beginning, day one, at the start, out of the box, handover',
  'end-of-contract':
    'end of contract, termination, after we leave, contract is over, once cancelled, end of service, goodbye, quit, expired contract, terminated, stop the service',
  periodic: 'periodic, regular, regularly, every month, yearly, quarterly, once a year',
  automatic: 'automatic, automatically',
  others: 'other, others, another, rest, else, remaining',
  microsoft: 'microsoft, windows, ms',
  private: 'private',
  public: 'public',
  virtual: 'virtual, virtualised, virtualized, vm',
  physical: 'physical, physically, hardware, metal, tangible',
  logical: 'logical, remote, ssh',
  needs: 'needs, business needs, requirements',
  old: 'old, former, previous, legacy',
  new: 'new, fresh, brand new',
  following: 'following, according, as defined',
  security: 'security, secure, safe, protection',
} as const
