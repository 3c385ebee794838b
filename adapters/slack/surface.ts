/** Events that the app is sent, by the name that the manifest has for them, and the scopes each takes. */
export const EVENTS = {
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  app_home_opened: [],
} as const

const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'] as const

/** Methods of the Web API that are called, and the bot's scopes each takes. */
export const METHODS = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.update': ['chat:write'],
  'views.open': [],
  'views.publish': [],
  'conversations.open': ['im:write'],
  'conversations.history': HISTORY,
  'conversations.replies': HISTORY,
  'files.info': ['files:read'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
} as const

/** The one slash command. */
export const COMMAND = '/duban'

/** The one shortcut of messages: somebody's words become the report of whoever chose it. */
export const SHORTCUT = 'report-message'

/** Every scope that the bot's token must have. */
export const SCOPES: readonly string[] = [
  ...new Set(['commands', ...Object.values(EVENTS).flat(), ...Object.values(METHODS).flat()]),
].sort()

/** The bot's own page is looked at. */
export const HOME_OPENED = 'app_home_opened'

/** Types that events with messages have when they arrive: `message.im` and its like are all `message`. */
export const MESSAGE_TYPES: readonly string[] = [
  ...new Set(Object.keys(EVENTS).map((name) => name.replace(/\..*/, ''))),
].filter((name) => name !== HOME_OPENED)
