// What the manifest and the code must call alike (a test holds manifest/teams/manifest.json against this).

/** Where the Bot Framework posts to. */
export const MESSAGES_PATH = '/api/messages'
/** Searching responsibilities from the compose box. */
export const SEARCH_COMMAND = 'search'
/** "Who is responsible?" on a message. */
export const MESSAGE_COMMAND = 'who-is-responsible'
/** Where the bot may be installed. */
export const SCOPES = ['personal', 'team', 'groupChat'] as const

/** The command list, in its order: what a person picks is sent as a message that begins with the title. */
export const COMMANDS: Readonly<Record<string, string>> = {
  ask: 'Ask who is responsible, for example: ask who restores backups',
  products: 'List the products that are covered',
  show: 'Show what a document states, for example: show email pro incidents',
  incident: 'The incident card of this channel’s product, or of the one you name',
  bind: 'Set the product that this channel or chat is about',
  maintenance: 'List planned maintenance; “maintenance add” adds to it',
  digest: 'Post the maintenance of your products here every working morning',
  help: 'What you can ask',
}
