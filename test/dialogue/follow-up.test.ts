import { describe, expect, test } from '@jest/globals'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { play } from './play.ts'

const ledger = sampleLedger('北京医改23项.txt')
const OF_MANAGEMENT_CENTRE = '9 11 15 4 7 8 10 14 18 3 16 17'

/** What is said, and the numbers of the tasks that the answer is about. */
type Script = readonly [said: string, numbers: string][]

const follows = (cases: Record<string, Script>): void => {
  test.each(Object.entries(cases))('%s', async (_, script) => {
    const said = script.map(([line]) => line)
    expect(await play(ledger, said)).toEqual(script.map(([, numbers]) => numbers))
  })
}

describe('那…呢 puts the new thing in the place of its like', () => {
  follows({
    'a unit for a unit, the role stays': [
      ['市中医局牵头的有哪些', '23'],
      ['那市财政局呢', '3'],
      ['那市医管中心呢', ''],
    ],
    'a unit by its bare stem, which is a subject elsewhere': [
      ['市教委都有哪些活', '2'],
      ['那财政呢', '3'],
      ['9月底以前应办完的', '11 15'],
    ],
    'a time that says only what falls due, for the unit': [
      ['市体育局的任务', '2'],
      ['三月份到期的', ''],
      ['逾期的有几个', '2'],
    ],
    'a role for a role': [
      ['市财政局配合的任务有哪些', ''],
      ['那牵头的呢', '3'],
    ],
    'a time for a time': [
      ['12月底前要完成哪些', '11 15 1 4 6 7 8 9 10 12 13 14 20 21 22 23'],
      ['那三月底前的呢', '11 15'],
    ],
    'a state for a time': [
      ['市体育局三月底前要完成哪些', ''],
      ['那逾期的呢', '2'],
    ],
    'a number for a number, what is asked stays': [
      ['第13项由谁牵头', '13'],
      ['那15呢', '15'],
      ['第4项呢', '4'],
    ],
    'a topic for a topic': [
      ['薪酬制度改革是哪个单位牵头', '14'],
      ['那家庭医生签约呢', '20'],
    ],
    'how it is asked, the tasks stay': [
      ['市财政局一共几项', '3'],
      ['列出来', '3'],
    ],
  })
})

describe('其中 and 只要 narrow what has just been listed', () => {
  follows({
    'by a role, then by a time': [
      ['市卫健委有哪些任务', '2 9 11 15 4 6 7 8 10 12 13 14 20 21 22 18 3 5 16 17 19'],
      ['只要牵头的', '2 9 11 15 7 8 10 20 21 22 18'],
      ['其中三月底前的', '11 15'],
    ],
    'by a second unit: both must be there': [
      ['12月底前要完成哪些', '11 15 1 4 6 7 8 9 10 12 13 14 20 21 22 23'],
      ['只要市医保局的', '4 6 12 13'],
      ['其中市中医局配合的', '12 13'],
    ],
    'by a state': [
      ['市中医局参与哪些工作', '2 11 15 7 12 13 14 20 22 23 18 3 16 17 19'],
      ['只看已过时限的', '2'],
    ],
    'to nothing, and does not fall back to everything': [
      ['市财政局有哪些任务', '3'],
      ['其中年底以前的', ''],
    ],
    'by having a deadline or none': [
      ['市医保局有哪些任务', '4 6 12 13 5 16 17 19'],
      ['没时限的是哪几项', '5 16 17 19'],
      ['其余的呢', '4 6 12 13'],
    ],
    'by having a deadline, after a subject': [
      ['紧密型医联体的任务有哪些', '18 19'],
      ['有时限的是哪个', '18'],
      ['另一个什么时候到期', '19'],
    ],
    'by how many units there are': [
      ['市医保局有哪些任务', '4 6 12 13 5 16 17 19'],
      ['其中两家以上单位配合的', '4 12 13 16 17 19'],
      ['其中配合单位最多的', '16 17'],
    ],
    'and is let go once something else takes its place': [
      ['时限已过的有哪些', '2 9'],
      ['其中市体育局的', '2'],
      ['那市医管中心呢', '9'],
    ],
  })
})

describe('换成, 不是, 去掉', () => {
  follows({
    '换成 another unit': [
      ['市医管中心参与哪些任务', OF_MANAGEMENT_CENTRE],
      ['换成市财政局', '3'],
    ],
    '换成 another unit in another role': [
      ['市医管中心参与哪些任务', OF_MANAGEMENT_CENTRE],
      ['换成市中医局牵头的', '23'],
    ],
    'a misunderstood unit is corrected': [
      ['市财政局有哪些任务', '3'],
      ['不是，我说的是市医管中心', OF_MANAGEMENT_CENTRE],
    ],
    'what is denied is only what was misunderstood': [
      ['市财政局有哪些任务', '3'],
      ['不是市财政局，我说的是市医管中心', OF_MANAGEMENT_CENTRE],
    ],
    'a misunderstood role is corrected': [
      ['市医管中心牵头的', ''],
      ['搞错了，我说的是配合的', OF_MANAGEMENT_CENTRE],
    ],
    'a state is dropped': [
      ['市医管中心参与哪些任务', OF_MANAGEMENT_CENTRE],
      ['去掉持续推进的', '9 11 15 4 7 8 10 14 18'],
    ],
    'a topic is dropped, then another': [
      ['市医管中心参与哪些任务', OF_MANAGEMENT_CENTRE],
      ['把紧密型医联体的去掉', '9 11 15 4 7 8 10 14 3 16 17'],
      ['再去掉薪酬制度改革的', '9 11 4 7 8 10 3 16 17'],
    ],
  })
})

describe('a question that stands by itself is left alone', () => {
  follows({
    'another unit with a question of its own': [
      ['市中医局牵头的有哪些', '23'],
      ['市财政局配合哪些任务', ''],
    ],
    'the whole ledger': [
      ['市财政局有哪些任务', '3'],
      ['时限已过的任务一共几项', '2 9'],
    ],
    'after the conditions are dropped': [
      ['市财政局有哪些任务', '3'],
      ['清空条件，时限已过的有哪些', '2 9'],
    ],
  })
})

describe('由谁负责, 什么时候 without a task are about the last one', () => {
  follows({
    'one question after another': [
      ['第9项什么情况', '9'],
      ['由谁负责', '9'],
      ['还有几天到期', '9'],
      ['它的配合单位有哪些', '9'],
    ],
    'of a topic': [
      ['京津冀联合采购是哪一项', '6'],
      ['谁来牵头', '6'],
      ['什么时候完成', '6'],
    ],
    'of nobody where nothing was said before': [['由谁负责', '']],
  })
})

describe('of the tasks just listed', () => {
  follows({
    'one told by its unit, and the one that it leads rather': [
      ['第3项和第5项', '3 5'],
      ['市卫健委那项谁牵头', '3 5'],
      ['市财政局那项谁牵头', '3'],
    ],
    'those of a unit': [
      ['第3到第6项', '4 6 3 5'],
      ['哪几个是市医保局牵头', '4 6 5'],
    ],
    'the last of two': [
      ['第3项和第20项', '20 3'],
      ['后面那个谁牵头', '3'],
    ],
    'a place in a list that has no such number': [
      ['第9项和第20项', '9 20'],
      ['第二条的时限', '20'],
    ],
    'a word of the one task spoken of': [
      ['第9项是什么', '9'],
      ['制定什么时候完成', '9'],
    ],
  })
})
