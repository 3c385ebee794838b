import { ALICE, ALICE_DM, BOT_USER, CHANNEL, TEAM, type Workspace } from './workspace.ts'

type Fields = Record<string, unknown>

export interface Said {
  channel?: string
  user?: string
  thread?: string
  files?: Fields[]
  /** Other fields of the event, or other values for these. */
  event?: Fields
}

/** Payloads as Slack sends them, of what happens in the workspace. */
export const createPayloads = (workspace: Workspace) => {
  let events = 0
  let triggers = 0
  const eventOf = (event: Fields): Fields => ({
    token: 'verification',
    team_id: TEAM,
    api_app_id: 'A0DUBAN',
    type: 'event_callback',
    event_id: `Ev${++events}`,
    event_time: Math.floor(workspace.now().getTime() / 1000),
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }],
    event,
  })
  const message = (text: string, said: Said, more: Fields): Fields => {
    const { channel = ALICE_DM, user = ALICE, thread, files } = said
    const { ts } = workspace.add(channel, { user, text, ...(thread ? { thread_ts: thread } : {}) })
    return {
      type: 'message',
      user,
      text,
      ts,
      channel,
      event_ts: ts,
      team: TEAM,
      ...(thread ? { thread_ts: thread } : {}),
      ...(files ? { files, subtype: 'file_share', upload: true } : {}),
      ...more,
      ...said.event,
    }
  }

  return {
    eventOf,
    /** A person writes to the bot. */
    direct: (text: string, said: Said = {}): Fields => eventOf(message(text, said, { channel_type: 'im' })),
    /** Somebody writes in a channel, to nobody in particular. */
    inChannel: (text: string, said: Said = {}): Fields =>
      eventOf(message(text, { channel: CHANNEL, ...said }, { channel_type: 'channel' })),
    /** The two events of one mention, as Slack sends both. */
    mention: (text: string, said: Said = {}): [Fields, Fields] => {
      const heard = message(`<@${BOT_USER}> ${text}`, { channel: CHANNEL, ...said }, { channel_type: 'channel' })
      return [eventOf({ ...heard, type: 'app_mention', channel_type: undefined }), eventOf(heard)]
    },
    command: (text: string, more: Fields = {}): Fields => ({
      token: 'verification',
      command: '/duban',
      text,
      team_id: TEAM,
      team_domain: 'home',
      channel_id: CHANNEL,
      channel_name: 'group',
      user_id: ALICE,
      user_name: 'alice',
      api_app_id: 'A0DUBAN',
      is_enterprise_install: 'false',
      response_url: 'https://hooks.slack.invalid/commands/1',
      trigger_id: `trigger-${++triggers}`,
      ...more,
    }),
    /** The bot's own page is looked at, or another part of it. */
    openHome: (tab: 'home' | 'messages' = 'home'): Fields =>
      eventOf({ type: 'app_home_opened', user: ALICE, channel: ALICE_DM, tab, event_ts: workspace.nextTs() }),
    /** A button on that page is pressed. */
    pressOnPage: (action: Fields, view: Fields): Fields => ({
      type: 'block_actions',
      user: { id: ALICE, username: 'alice', name: 'alice', team_id: TEAM },
      api_app_id: 'A0DUBAN',
      token: 'verification',
      container: { type: 'view', view_id: 'V0PAGE' },
      trigger_id: `trigger-${++triggers}`,
      team: { id: TEAM, domain: 'home' },
      enterprise: null,
      is_enterprise_install: false,
      view: { id: 'V0PAGE', type: 'home', ...view },
      actions: [{ block_id: '0', action_ts: workspace.nextTs(), ...action }],
    }),
    /** The shortcut of a message is chosen. */
    shortcut: (text: string, callback: string): Fields => ({
      type: 'message_action',
      callback_id: callback,
      trigger_id: `trigger-${++triggers}`,
      message_ts: workspace.nextTs(),
      token: 'verification',
      user: { id: ALICE, name: 'alice' },
      team: { id: TEAM, domain: 'home' },
      channel: { id: CHANNEL, name: 'group' },
      message: { type: 'message', user: 'U0BOB', text, ts: workspace.nextTs() },
      response_url: 'https://hooks.slack.invalid/actions/1',
      is_enterprise_install: false,
      enterprise: null,
    }),
    /** A form is handed in, with what was filled in by the place of each field. */
    submit: (view: Fields & { id: string }, filledIn: Readonly<Record<number, Fields>>): Fields => ({
      type: 'view_submission',
      team: { id: TEAM, domain: 'home' },
      user: { id: ALICE, username: 'alice', name: 'alice', team_id: TEAM },
      api_app_id: 'A0DUBAN',
      token: 'verification',
      trigger_id: `trigger-${++triggers}`,
      view: {
        ...view,
        hash: '1.a',
        state: { values: Object.fromEntries(Object.entries(filledIn).map(([place, value]) => [place, { value }])) },
      },
      response_urls: [],
      is_enterprise_install: false,
      enterprise: null,
    }),
    /** A button or option of a message is pressed. */
    press: (
      action: Fields,
      where: { channel?: string; message?: string; thread?: string; ephemeral?: boolean } = {},
    ): Fields => {
      const { channel = CHANNEL, message: below = workspace.nextTs(), thread, ephemeral = false } = where
      const branch = thread ? { thread_ts: thread } : {}
      return {
        type: 'block_actions',
        user: { id: ALICE, username: 'alice', name: 'alice', team_id: TEAM },
        api_app_id: 'A0DUBAN',
        token: 'verification',
        container: { type: 'message', message_ts: below, channel_id: channel, is_ephemeral: ephemeral, ...branch },
        trigger_id: `trigger-${++triggers}`,
        team: { id: TEAM, domain: 'home' },
        enterprise: null,
        is_enterprise_install: false,
        channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'group' },
        ...(ephemeral ? {} : { message: { type: 'message', ts: below, ...branch } }),
        response_url: 'https://hooks.slack.invalid/actions/1',
        actions: [{ block_id: '0', action_ts: workspace.nextTs(), ...action }],
      }
    },
  }
}

export type Payloads = ReturnType<typeof createPayloads>
