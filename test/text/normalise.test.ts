import { expect, test } from '@jest/globals'
import { normalise } from '../../src/text/normalise.ts'

test.each([
  ['Ａ区１２　３', 'a区12 3'],
  ['市　财　政　局　负　责', '市财政局负责'],
  ['市財政局負責', '市财政局负责'],
  ['📋清单👇', '清单'],
  ['任\u200b务\u0007', '任务'],
  ['好的[强]', '好的'],
  ['fuze naxie', 'fuze naxie'],
  ['', ''],
])('%j', (text, expected) => expect(normalise(text)).toBe(expected))
