// Which intent the first turn of a dialogue has, derived from what its expectation asks to be answered.
import fs from 'node:fs'
import path from 'node:path'
import { questionFiles, readCases } from '../eval/cases.mjs'

/** Said with the figures, for nobody wrote an intent into the cases. */
export const MAPPING = [
  'units → who; contacts → contacts; dates → when; total → count; help → help; unknown → unknown; words only → overview',
  'tasks → list; or detail where one task is expected or the group is number or topic',
  'tasks and words only: or count where 几 or 多少 is asked; tasks: or who where 谁 is asked; unknown where that is an alternative',
  'left out: later turns (only Duban has a dialogue), what is to be asked back, reports, empty lines, group talk without the mention',
]

const MENTION = /[@＠]督办助手\s?/g
const HOW_MANY = /[几幾]|多少/
const WHO = /谁|誰/

const ofTasks = ({ tasks, must, within }, group, text) => {
  const expected = tasks ?? must ?? within
  const one = expected.length <= 1 || group === 'number' || group === 'topic'
  return [
    'list',
    ...(one ? ['detail'] : []),
    ...(HOW_MANY.test(text) ? ['count'] : []),
    ...(WHO.test(text) ? ['who'] : []),
  ]
}

/** Classes that answer one expectation; none where it is not to be compared. */
const classesOf = (expect, group, text) => {
  if (expect.needs || expect.report) return []
  if (group === 'help') return ['help']
  if (expect.unknown) return ['unknown']
  if (expect.units) return ['who']
  if (expect.contacts) return ['contacts']
  if (expect.dates) return ['when']
  if (expect.total !== undefined) return ['count']
  if (expect.tasks ?? expect.must ?? expect.within) return ofTasks(expect, group, text)
  if (!expect.textHas) return []
  return HOW_MANY.test(text) ? ['count', 'overview'] : ['overview']
}

/** All classes that are right; none where the turn is not to be compared. */
const rightClasses = ({ text, expect }, group) => {
  const [first, ...others] = [expect, ...(expect.alt ?? [])].map((each) => classesOf(each, group, text))
  const asksBack = first[0] === 'unknown' && others.some((classes) => classes.length === 0)
  return first.length === 0 || asksBack ? [] : [...new Set([...first, ...others.flat()])]
}

const toCase = ({ id, ledgers, now, group, turns: [turn] }) => {
  const text = turn.text.replace(MENTION, '')
  const talk = turn.inGroup && text === turn.text
  const right = talk || text.trim() === '' ? [] : rightClasses({ ...turn, text }, group)
  return { id, ledgers, at: turn.now ?? now, text, right }
}

const files = (folder) =>
  folder === null
    ? questionFiles()
    : fs
        .readdirSync(folder)
        .filter((name) => /^questions.*\.jsonl$/.test(name))
        .sort()
        .map((name) => path.join(folder, name))

/**
 * @param {string | null} folder null for the project's own cases
 * @returns {{id: string, ledgers: string[], at: string, text: string, right: string[]}[]} `right[0]` is the class that
 *   the case is counted under
 */
export const intentCases = (folder) =>
  files(folder)
    .flatMap(readCases)
    .map(toCase)
    .filter(({ right }) => right.length > 0)

const CLASSES = {
  'list-tasks': 'list',
  'count-tasks': 'count',
  'who-is-responsible': 'who',
  'when-due': 'when',
  'task-detail': 'detail',
  silent: 'unknown',
  None: 'unknown',
}

/** The class of an intent by its name in the program. */
export const classOf = (intent) => CLASSES[intent] ?? intent
