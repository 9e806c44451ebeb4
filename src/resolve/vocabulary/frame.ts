// The words that questions about a matrix are built with: rows, parties, letters, orders to the bot. They are no topic of
// their own, and the speller must know them ("does" is no slip for "docs").

export const FRAME_WORDS: ReadonlySet<string> = new Set(
  `list give show need enumerate itemise itemize overview recap summary summarise print gimme row rows line lines entry entries item items task tasks activity activities duty duties
chore chores homework todo todos step steps point points topic topics thing things stuff part parts bit bits responsibility responsibilities
section chapter phase matrix raci table column cell letter letters picture full complete whole entire set everything anything every each only just
merely simply solely purely alone nothing none blank empty both shared split double
customer client tenant provider vendor supplier hoster partner ovh ovhcloud side sides party parties
accountable accountability responsible consulted informed told notified carry carries hold holds role involved concern concerning concerned
regarding related mention mentions mentioning mentioned happen happens apply applies incl including relating about around compare comparison versus vs difference differences differ differs between same
come comes fall falls lie lies stay stays remain remains take takes kept keep exist exists kind kinds sort sorts type types
still exactly actually already simply heads letter work working works doing year month march june next soon tomorrow
whom whose which what where when while once them they their this that these those have has does done must ones here there entirely exclusively
activities answerable product products total altogether many nobody somebody without within before after between during overall respectively lines whatsoever himself itself ourselves themselves isnt arent dont doesnt except apart aside besides excluding outside beyond neither r c ra rs`
    .split(/\s+/)
    .filter(Boolean),
)
