import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openAttachments } from '../../src/store/attachments.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-attachments-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e'

test('a file is read again under the name that it was given', async () => {
  const attachments = openAttachments(folder, { newId: () => ID })
  const file = await attachments.keep('pdf', Buffer.from('%PDF'))
  expect(file).toBe(`${ID}.pdf`)
  expect(readdirSync(join(folder, 'attachments'))).toEqual([file])
  expect(Buffer.from((await attachments.read(file)) ?? []).toString()).toBe('%PDF')
})

test('no name leads out of the folder, and what is gone is null', async () => {
  const attachments = openAttachments(folder, { newId: () => ID })
  expect(await attachments.read('../duban.json')).toBeNull()
  expect(await attachments.read(`${ID}.pdf`)).toBeNull()
})
