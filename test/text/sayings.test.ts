import { expect, test } from '@jest/globals'
import { applySayings, sayingsOf } from '../../src/text/sayings.ts'

const sayings = sayingsOf([
  ['安办', '市安全生产委员会办公室'],
  ['安办二处', '市应急管理局'],
])

test.each([
  ['安办牵头的', '市安全生产委员会办公室牵头的'],
  ['安办二处牵头的', '市应急管理局牵头的'],
  ['安办和安办二处', '市安全生产委员会办公室和市应急管理局'],
  ['市水务局牵头的', '市水务局牵头的'],
  ['', ''],
])('%s is read as %s', (text, meant) => expect(applySayings(text, sayings)).toBe(meant))
