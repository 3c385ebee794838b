import { describe, expect, test } from '@jest/globals'
import { parseJsonObject, readLines, toJsonLine } from '../../src/cli/lines.ts'

const linesOf = async (...chunks: (string | Uint8Array)[]): Promise<string[]> => {
  const input = (async function* () {
    yield* chunks
  })()
  const lines: string[] = []
  for await (const line of readLines(input)) lines.push(line)
  return lines
}

describe('readLines', () => {
  test('an empty line is a line, a last line needs no end', async () => {
    expect(await linesOf('一\n\n二\r\n三')).toEqual(['一', '', '二', '三'])
    expect(await linesOf('一\n')).toEqual(['一'])
    expect(await linesOf()).toEqual([])
  })

  test('characters may be cut anywhere by the chunks', async () => {
    const bytes = new TextEncoder().encode('牵头单位\n配合单位\n')
    const chunks = [...bytes].map((byte) => Uint8Array.of(byte))
    expect(await linesOf(...chunks)).toEqual(['牵头单位', '配合单位'])
  })

  test('only a line feed ends a line', async () => {
    expect(await linesOf('甲\u2028乙\r丙\u0085丁\n')).toEqual(['甲\u2028乙\r丙\u0085丁'])
  })

  test('a long line in many chunks comes out whole', async () => {
    const part = '任务'.repeat(500)
    expect(await linesOf(...Array.from({ length: 100 }, () => part), '\n')).toEqual([part.repeat(100)])
  })

  test('bytes that are no UTF-8 are replaced, a byte order mark is dropped', async () => {
    expect(await linesOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xff, 0x0a))).toEqual(['A\ufffd'])
  })
})

test('a value never makes more than one line', () => {
  const line = toJsonLine({ text: '甲\n乙\u2028丙\u0085' })
  expect(line).toBe('{"text":"甲\\n乙\\u2028丙\\u0085"}\n')
  expect(JSON.parse(line)).toEqual({ text: '甲\n乙\u2028丙\u0085' })
})

test.each(['', '你好', '[1]', '"字"', '{坏', '{"a":1} 尾'])('%j is no JSON object', (line) => {
  expect(parseJsonObject(line)).toBeNull()
})
