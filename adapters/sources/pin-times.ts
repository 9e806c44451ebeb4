// Times without a zone are times of whoever reads them (RFC 5545, 3.3.5 form 1): here, of the zone that the operator
// named. node-ical would take the machine's own zone, or guess one.

const TIMED = /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)((?:;[^:\r\n]*)?):([^\r\n]*)/gimu
const EVENT = /^BEGIN:VEVENT\r?\n[\s\S]*?^END:VEVENT/gimu

/** The unfolded calendar with a zone beside every time that has none, and days as times from midnight on. */
export function pinned(calendar: string, zone: string): string {
  return calendar.replaceAll(EVENT, (event) => {
    const whole = event.replaceAll(TIMED, (line, name: string, parameters: string, value: string) => {
      if (/;TZID=/iu.test(parameters)) return line
      const times = value.split(',').map((one) => (/^\d{8}$/u.test(one) ? `${one}T000000` : one))
      if (!times.every((one) => /^\d{8}T\d{6}$/u.test(one))) return line
      return `${name};TZID=${zone}:${times.join(',')}`
    })
    const isDay = /^DTSTART(?:;[^:\r\n]*)?:\d{8}\r?$/imu.test(event)
    // RFC 5545, 3.6.1: a day without an end is that day.
    const needsEnd = isDay && !/^(?:DTEND|DURATION)[;:]/imu.test(event)
    return needsEnd ? whole.replace(/END:VEVENT$/iu, 'DURATION:P1D\r\nEND:VEVENT') : whole
  })
}
