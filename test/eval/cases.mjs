// Reads the ledgers, their gold and the question files of test/cases.
import fs from 'node:fs'

const CASES = new URL('../cases/', import.meta.url)
const LEDGERS = new URL('ledgers/', CASES)
const json = (url) => JSON.parse(fs.readFileSync(url, 'utf8'))

/** `{ key: { document, gold } }`: the document from the root of the repository, the gold from test/cases/ledgers. */
export const ledgerIndex = () => json(new URL('index.json', LEDGERS))

/** The gold of one ledger, as its file gives it. */
export const goldOf = (name) => json(new URL(ledgerIndex()[name].gold, LEDGERS))

/** What the outlines of the long prose samples leave out. */
const BLANK = { path: [], lead: [], cooperating: [], units: [], contacts: [] }

/** Gold tasks of several ledgers; `key` is the number, with the ledger before it where there are several. */
export const goldTasks = (ledgers) =>
  ledgers.flatMap((ledger) =>
    goldOf(ledger).tasks.map((task) => ({
      ...BLANK,
      ...task,
      ledger,
      key: ledgers.length > 1 ? `${ledger}:${task.no}` : task.no,
    })),
  )

/** Files of dialogues; `questions-held-out.jsonl` is for the last check only. */
export const questionFiles = () =>
  fs
    .readdirSync(CASES)
    .filter((name) => /^questions-.*\.jsonl$/.test(name))
    .sort()
    .map((name) => new URL(name, CASES))

export const readCases = (url) =>
  fs
    .readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))

/** The filter of each turn. */
export const filtersOf = (kase) => [kase.filter].flat()
