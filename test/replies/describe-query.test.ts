import { expect, test } from '@jest/globals'
import { freshQuestion } from '../../src/dialogue/question.ts'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { describeQuery } from '../../src/replies/describe-query.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'
import { reader } from '../matching/read.ts'

const snapshot = importedLedgers('data/samples/北京医改23项.txt', 'data/samples/天津医改40项.txt')
const index = indexOf(snapshot)
const read = reader(snapshot, '2020-01-05')

test.each([
  ['市财政局牵头的有哪些', '市财政局牵头'],
  ['市医保局和市医管中心的任务', '市医保局或市医管中心'],
  ['市医保局和市医管中心共同的任务', '市医保局、市医管中心共同'],
  ['不是市医保局牵头的', '非市医保局牵头'],
  ['3月底前要完成哪些', '3月底前到期'],
  ['逾期的有哪些', '时限已过、未收到办结申请'],
  ['没逾期的有哪些', '非时限已过、未收到办结申请'],
  ['市医保局年底前要完成的耗材任务', '市医保局、年底前到期、关于“耗材”'],
  ['北京医改23项里市医保局的任务', '〔北京医改23项〕、市医保局'],
  ['一共几项', ''],
])('%s: %s', (text, words) => {
  expect(describeQuery(freshQuestion(read(text), index, null).query, index)).toBe(words)
})
