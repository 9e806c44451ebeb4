// The server cannot know where a reader is: opened without a zone, the page is asked for again on the reader's clock.
const here = new URL(location.href)
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
if (zone && zone !== 'UTC' && !here.searchParams.has('zone')) {
  here.searchParams.set('zone', zone)
  location.replace(here)
}
