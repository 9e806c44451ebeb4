// Loaded into `raci serve` before anything else (node --import): it kills itself (kill -9) with its first
// acknowledgement to Slack, in the same tick, or at the end of that turn of the event loop.

import { ServerResponse } from 'node:http'

const { end } = ServerResponse.prototype
const die = () => process.kill(process.pid, 'SIGKILL')

// What is ended is with the operating system when `end` returns: nothing of it waits for another turn.
ServerResponse.prototype.end = new Proxy(end, {
  apply(target, response: ServerResponse, words) {
    const ended: unknown = Reflect.apply(target, response, words)
    if (!response.req.url?.startsWith('/slack/events')) return ended
    if (process.env.DIES === 'at the end of the turn') setImmediate(die)
    else die()
    return ended
  },
})
