import { type AnyBlock, blocksProblem, modalProblem, type View } from './limits.ts'
import { ALICE, ALICE_DM, BOT_ID, BOT_USER, type StoredMessage, TEAM, type Workspace } from './workspace.ts'

export type Params = Readonly<Record<string, string>>
type Answer = Record<string, unknown>

export class SlackProblem extends Error {}

const fail = (code: string): never => {
  throw new SlackProblem(code)
}

const channelIn = ({ channel = '' }: Params, workspace: Workspace): string =>
  workspace.channels.has(channel) ? channel : fail('channel_not_found')

const content = (params: Params): Omit<StoredMessage, 'ts'> => {
  const blocks: AnyBlock[] = JSON.parse(params.blocks ?? '[]')
  const problem = blocksProblem(blocks)
  if (problem) fail(problem.error)
  if ((params.text ?? '') === '' && blocks.length === 0) fail('no_text')
  return {
    user: BOT_USER,
    bot_id: BOT_ID,
    text: params.text ?? '',
    blocks,
    ...(params.thread_ts ? { thread_ts: params.thread_ts } : {}),
    ...(params.metadata ? { metadata: JSON.parse(params.metadata) } : {}),
  }
}

const page = (messages: readonly StoredMessage[], params: Params): Answer => {
  const from = Number(params.cursor ?? 0)
  const size = Number(params.limit ?? 100)
  const kept = messages.filter(({ ts }) => Number(ts) >= Number(params.oldest ?? 0))
  const shown = kept
    .slice(from, from + size)
    .map(({ metadata, ...message }) => (params.include_all_metadata === 'true' ? { ...message, metadata } : message))
  const next = from + size < kept.length ? String(from + size) : ''
  return { messages: shown, has_more: next !== '', response_metadata: { next_cursor: next } }
}

/** Scopes of which each method asks one for the channel at hand. */
export const scopesOf = (method: string, channel: string): string[] => {
  const kind = { D: 'im', G: 'groups' }[channel[0] ?? ''] ?? 'channels'
  const scopes: Record<string, string[]> = {
    'chat.postMessage': ['chat:write'],
    'chat.postEphemeral': ['chat:write'],
    'chat.delete': ['chat:write'],
    'chat.update': ['chat:write'],
    'conversations.history': [`${kind}:history`],
    'conversations.replies': [`${kind}:history`],
    'conversations.open': ['im:write'],
    'files.info': ['files:read'],
    'files.getUploadURLExternal': ['files:write'],
    'files.completeUploadExternal': ['files:write'],
  }
  return scopes[method] ?? []
}

/** What the methods of the Web API do in this workspace. */
export const createMethods = (workspace: Workspace, address: () => string) => {
  const { posts, files } = workspace
  let uploads = 0
  const methods: Record<string, (params: Params) => Answer> = {
    'auth.test': () => ({ team: 'Home', team_id: TEAM, user: 'duban', user_id: BOT_USER, bot_id: BOT_ID }),
    'chat.postMessage': (params) => {
      // a person's id stands for the conversation with that person, here and nowhere else
      const channel = params.channel === ALICE ? ALICE_DM : channelIn(params, workspace)
      const stored = workspace.add(channel, content(params))
      posts.push({ ...stored, channel })
      return { channel, ts: stored.ts, message: stored }
    },
    'chat.postEphemeral': (params) => {
      const channel = channelIn(params, workspace)
      const ts = workspace.nextTs()
      posts.push({ ...content(params), ts, channel, only: params.user as string })
      return { message_ts: ts }
    },
    'chat.delete': (params) => {
      const channel = channelIn(params, workspace)
      if (!workspace.remove(channel, params.ts ?? '')) fail('message_not_found')
      return { channel, ts: params.ts }
    },
    'chat.update': (params) => {
      const channel = channelIn(params, workspace)
      const { text, blocks = [] } = content(params)
      if (!workspace.change(channel, params.ts ?? '', { text, blocks })) fail('message_not_found')
      return { channel, ts: params.ts, text }
    },
    'views.open': ({ trigger_id: trigger, view = '' }) => {
      if (!trigger) fail('invalid_trigger_id')
      const opened: View = JSON.parse(view)
      if (modalProblem(opened)) fail('invalid_arguments')
      workspace.modals.push({ ...opened, id: `V0MODAL${workspace.modals.length}` })
      return {}
    },
    'views.publish': ({ user_id: user = '', view = '' }) => {
      const page: { type: string; blocks: AnyBlock[] } = JSON.parse(view)
      const problem = page.blocks.length > 100 || page.blocks.some(({ type }) => type === 'table')
      if (page.type !== 'home' || problem || page.blocks.some((block) => blocksProblem([block])))
        fail('invalid_arguments')
      workspace.pages.set(user, page)
      return {}
    },
    'conversations.open': ({ users }) => (users === ALICE ? { channel: { id: ALICE_DM } } : fail('user_not_found')),
    'conversations.history': (params) => page(workspace.history(channelIn(params, workspace)), params),
    'conversations.replies': (params) =>
      page(workspace.replies(channelIn(params, workspace), params.ts as string), params),
    'files.info': ({ file: id = '' }) => {
      const file = files.get(id) ?? fail('file_not_found')
      const url = file.url ?? `${address()}/files/${id}`
      return { file: { id, name: file.name, size: file.bytes.length, mimetype: file.mimetype, url_private: url } }
    },
    'files.getUploadURLExternal': ({ filename = '' }) => {
      const id = `F0UP${++uploads}`
      files.set(id, { id, name: filename, mimetype: 'application/octet-stream', bytes: new Uint8Array() })
      return { upload_url: `${address()}/upload/${id}`, file_id: id }
    },
    'files.completeUploadExternal': (params) => {
      const channel = channelIn({ channel: params.channel_id as string }, workspace)
      const shared = (JSON.parse(params.files ?? '[]') as { id: string; title: string }[]).map(({ id, title }) => ({
        id,
        name: title,
      }))
      const thread = params.thread_ts ? { thread_ts: params.thread_ts } : {}
      const stored = workspace.add(channel, { user: BOT_USER, bot_id: BOT_ID, text: '', files: shared, ...thread })
      posts.push({ ...stored, channel })
      return { files: shared }
    },
  }
  return methods
}
