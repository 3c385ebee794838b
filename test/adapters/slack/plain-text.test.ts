import { describe, expect, test } from '@jest/globals'
import { questionOf } from '../../../adapters/slack/incoming/command.ts'
import { plainText } from '../../../adapters/slack/incoming/plain-text.ts'

describe('a message’s text', () => {
  test.each([
    ['<@U0BOT> 第3项谁牵头', '第3项谁牵头'],
    ['<@U0BOT>，第3项谁牵头', '第3项谁牵头'],
    ['<@U0BOT|duban>: 第3项', '第3项'],
    ['第3项 <@U0BOT> 谁牵头 <@U0BOT>', '第3项 谁牵头'],
    ['请<@U0BOT>看第3项', '请看第3项'],
    ['<@U0ALICE|王芳> 负责的', '@王芳 负责的'],
    ['<@U0ALICE>负责的', '负责的'],
    ['，不该动', '，不该动'],
    ['<#C0GROUP|督办> 里说的', '#督办 里说的'],
    ['<!subteam^S1|@医改组>的任务', '@医改组的任务'],
    ['<!here> 开会', '开会'],
    ['<!date^1714957200^{date}|2024年5月6日>前到期的', '2024年5月6日前到期的'],
    ['见<https://example.gov.cn/a?b=1&amp;c=2>', '见https://example.gov.cn/a?b=1&c=2'],
    ['<https://example.gov.cn|第3项>', '第3项'],
    ['<mailto:a@example.gov.cn|a@example.gov.cn>', 'a@example.gov.cn'],
    ['进度 &lt; 50% &amp;&amp; 逾期 &gt; 3天', '进度 < 50% && 逾期 > 3天'],
    ['&amp;lt;', '&lt;'],
    ['<>', ''],
  ])('%j reads %j', (raw, expected) => {
    expect(plainText(raw, 'U0BOT')).toBe(expected)
  })
})

describe('what follows the command', () => {
  test.each([
    ['', '帮助'],
    [' HELP ', '帮助'],
    ['帮助', '帮助'],
    ['show 3', '第3项'],
    ['who 12', '第12项谁负责'],
    ['due 本周', '本周到期的有哪些'],
    ['list 市医保局', '市医保局有哪些任务'],
    ['helpful', 'helpful'],
    ['  市医保局负责哪些任务 ', '市医保局负责哪些任务'],
  ])('%j asks %j', (text, expected) => {
    expect(questionOf(text)).toBe(expected)
  })
})
