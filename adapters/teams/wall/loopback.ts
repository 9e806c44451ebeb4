// This machine, by the names it has for itself: where development needs no tokens.

/** True for an http(s) address on this machine. */
export function isLoopback(address: string): boolean {
  const url = URL.parse(address)
  return (url?.protocol === 'http:' || url?.protocol === 'https:') && isLoopbackHost(url.hostname)
}

/** True for `localhost`, `127.…` and `::1`, with or without brackets. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/gu, '').replace(/^::ffff:/u, '')
  return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(bare)
}
