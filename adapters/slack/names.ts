// What the manifest and the code must call alike (a test holds manifest/slack.json against this).

/** The slash command. */
export const COMMAND = '/raci'
/** "Who is responsible?" on a message. */
export const MESSAGE_SHORTCUT = 'who-is-responsible'
/** The form behind `/raci` alone and "Ask a question". */
export const ASK_FORM = 'ask'
/** What the names of forms that keep something begin with: they are taken in before they are acknowledged. */
export const FILLED_FORM = 'fill-'
/** The App Home's own controls. */
export const HOME_CONTROLS = { form: 'form', again: 'again', forget: 'forget' } as const
/** Where Slack posts to in HTTP mode. */
export const EVENTS_PATH = '/slack/events'
/** Where an administrator begins an installation, and where Slack sends them back to (many workspaces only). */
export const INSTALL_PATH = '/slack/install'
export const REDIRECT_PATH = '/slack/oauth_redirect'
/** Events subscribed to; the last two end an installation. */
export const EVENTS = ['app_home_opened', 'app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked'] as const

/** Scopes that nothing works without, each with what needs it. */
export const SCOPES: Readonly<Record<string, string>> = {
  commands: 'the slash command and the message shortcut',
  'chat:write': 'answers in threads and direct messages',
  'app_mentions:read': 'mentions',
  'im:history': 'direct messages',
}

/**
 * Scopes that a workspace may refuse. Names tell a mention's product in `#inc-email-pro-0412`; without them the
 * channel is bound by `/raci bind`. With history a digest whose answer was lost is looked for in its channel, and
 * nothing else is read; without it that day ends as "unknown", since it is never posted twice.
 */
export const OPTIONAL_SCOPES: Readonly<Record<string, string>> = {
  'channels:history': 'whether a lost digest arrived in a public channel',
  'groups:history': 'whether a lost digest arrived in a private channel',
  'channels:read': 'names of public channels',
  'groups:read': 'names of private channels',
}
