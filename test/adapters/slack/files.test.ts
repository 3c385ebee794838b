import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { BOT_TOKEN } from '../../helpers/slack-server.ts'
import { closeStages, setUpSlack } from './set-up.ts'

afterEach(closeStages)

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const shared = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  name: '台账.xlsx',
  mimetype: XLSX,
  mode: 'hosted',
  size: 6,
  ...more,
})

describe('files of a message', () => {
  test('come with it, and their bytes are fetched with the bot’s token', async () => {
    const { start, tell, server, taken, slack } = await setUpSlack('http')
    await start()
    server.workspace.files.set('F1', { id: 'F1', name: '台账.xlsx', mimetype: XLSX, bytes: Buffer.from('内容') })
    await tell(server.payloads.direct('导入', { files: [shared('F1')] }))
    const files = taken[0]?.files ?? []
    expect(taken[0]).toMatchObject({ text: '导入', files: [{ name: '台账.xlsx', size: 6, ref: 'F1' }] })
    const [file] = files
    if (!file) throw new Error('no file')
    expect(Buffer.from(await slack.fetch(file)).toString()).toBe('内容')
    expect(server.fileTokens).toEqual([`Bearer ${BOT_TOKEN}`])
  })

  test('come with a mention in a channel; deleted ones do not', async () => {
    const { start, tell, server, taken } = await setUpSlack('http')
    await start()
    const files = [shared('F1', { mode: 'tombstone' }), shared('F2')]
    for (const payload of server.payloads.mention('导入', { files })) await tell(payload)
    expect(taken.map((message) => message.files?.map(({ ref }) => ref))).toEqual([['F2'], ['F2']])
  })

  test.each([
    ['voice', { mimetype: 'audio/webm', subtype: 'slack_audio' }],
    ['voice', { mimetype: 'video/quicktime', subtype: 'slack_audio' }],
    ['image', { mimetype: 'image/png' }],
    ['video', { mimetype: 'video/mp4' }],
  ])('a mere %s is what cannot be read', async (unreadable, more) => {
    const { start, tell, server, taken } = await setUpSlack('http')
    await start()
    await tell(server.payloads.direct('', { files: [shared('F1', more)] }))
    expect(taken).toMatchObject([{ text: '', unreadable }])
    // a picture may be what proves a report
    expect(taken[0]?.files?.length ?? 0).toBe(unreadable === 'image' ? 1 : 0)
  })
})

describe('a file that cannot be had', () => {
  const file = { name: '台账.xlsx', size: null, ref: 'F1' }
  const stored = { id: 'F1', name: '台账.xlsx', mimetype: XLSX, bytes: Buffer.from('内容') }

  test('too large by what Slack says, or by what comes', async () => {
    const { slack, server } = await setUpSlack('http')
    const large = expect.stringContaining('20MB')
    await expect(slack.fetch({ ...file, size: 21 * 1024 * 1024 })).rejects.toMatchObject({
      code: 'file-too-large',
      message: large,
    })
    expect(server.calls).toEqual([])
    server.workspace.files.set('F1', { ...stored, bytes: Buffer.alloc(21 * 1024 * 1024) })
    await expect(slack.fetch(file)).rejects.toMatchObject({ code: 'file-too-large' })
    expect(server.fileTokens).toEqual([])
  })

  test('gone, or not ours to read', async () => {
    const { slack, server } = await setUpSlack('http')
    await expect(slack.fetch(file)).rejects.toMatchObject({ code: 'file-missing' })
    server.workspace.files.set('F1', stored)
    server.fault({ method: 'files.info', how: { status: 500 } })
    await expect(slack.fetch(file)).rejects.toMatchObject({ code: 'file-missing' })
  })

  test('a page for signing in is no file', async () => {
    const { slack, server } = await setUpSlack('http')
    server.workspace.files.set('F1', { ...stored, served: 'text/html; charset=utf-8' })
    await expect(slack.fetch(file)).rejects.toMatchObject({ code: 'file-missing' })
  })

  test('the token is sent to nobody else, nor along a redirect', async () => {
    const tokens: unknown[] = []
    const other = createServer((request, response) => {
      tokens.push(request.headers.authorization)
      response.end('内容')
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
    try {
      const { slack, server } = await setUpSlack('http')
      for (const url of [
        elsewhere,
        'https://slack.com.example.org/f',
        'http://files.slack.com/f',
        'file:///etc/passwd',
        'no url',
      ]) {
        server.workspace.files.set('F1', { ...stored, url })
        await expect(slack.fetch(file)).rejects.toMatchObject({ code: 'file-missing' })
      }
      server.workspace.files.set('F1', { ...stored, redirect: elsewhere })
      await expect(slack.fetch(file)).rejects.toMatchObject({ code: 'file-missing' })
      expect(tokens).toEqual([])
    } finally {
      other.closeAllConnections()
      other.close()
    }
  })
})
