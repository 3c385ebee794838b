import type { Adapter } from '../../../src/adapter.ts'
import { ALICE_DM } from '../../helpers/slack/workspace.ts'
import { adapterContract, gate, type Harness } from '../contract.ts'
import { closeStages, type Mode, setUpSlack } from './set-up.ts'

/** Slack delivers once the bot is up; over HTTP the next event when the one before has been answered. */
const setUp = async (mode: Mode): Promise<Harness> => {
  const { slack, server, tell } = await setUpSlack(mode)
  const { payloads, workspace } = server
  const started = gate()
  const adapter: Adapter = {
    name: slack.name,
    start: async (receive) => {
      await slack.start(receive)
      started.open()
    },
    send: slack.send,
    recall: slack.recall,
    fetch: slack.fetch,
    stop: slack.stop,
  }
  let last: Record<string, unknown> = {}
  let queue: Promise<unknown> = started.opened
  const deliver = (payload: Record<string, unknown>): void => {
    last = payload
    queue = queue.then(() => {
      const told = tell(payload).catch(() => {})
      return mode === 'http' ? told : undefined
    })
  }
  return {
    adapter,
    conversation: { adapter: 'slack', id: ALICE_DM, kind: 'direct' },
    say: (text) => deliver(payloads.direct(text)),
    shown: () => server.posts.map(({ blocks }) => JSON.stringify(blocks)).join('\n'),
    sayInGroup: (text, addressed) => deliver(addressed ? payloads.mention(text)[0] : payloads.inChannel(text)),
    sendFile: (name, content) => {
      workspace.files.set('F1', { id: 'F1', name, mimetype: 'text/csv', bytes: Buffer.from(content) })
      deliver(payloads.direct('', { files: [{ id: 'F1', name, mimetype: 'text/csv', mode: 'hosted' }] }))
    },
    repeat: () => deliver(last),
    failNext: () => server.fault({ method: 'chat.postMessage', how: { status: 429, retryAfter: 1 } }),
    close: closeStages,
  }
}

for (const mode of ['socket', 'http'] as const)
  adapterContract(`Slack over ${mode}`, () => setUp(mode), ['sayInGroup', 'sendFile', 'repeat', 'failNext'])
