// The built bot in this process, over ledgers in memory.
import fs from 'node:fs'
import path from 'node:path'
import { ledgerIndex } from '../eval/cases.mjs'
import { ROOT } from '../eval/program.mjs'

const IMPORTED_AT = new Date('2020-01-01T09:00:00+08:00')

/** The documents of the keys: those of test/cases, or `KEY_…`/`KEY.…` in the `seeds` in or beside a folder. */
const documentsOf = (keys, folder) => {
  if (folder === null) return keys.map((key) => path.join(ROOT, ledgerIndex()[key].document))
  const seeds = [path.join(folder, 'seeds'), path.join(folder, '..', 'seeds')].find((each) => fs.existsSync(each))
  if (seeds === undefined) throw new Error(`no seeds in or beside ${folder}`)
  const names = fs.readdirSync(seeds)
  return keys.map((key) => {
    const name = names.find((each) => each.startsWith(`${key}_`) || each.startsWith(`${key}.`))
    if (name === undefined) throw new Error(`no document of the ledger ${key} in ${seeds}`)
    return path.join(seeds, name)
  })
}

const importAll = async (documents) => {
  const { planImport } = await import('../../dist/src/importing/plan-import.js')
  const { readTextLedger } = await import('../../dist/src/importing/import-file.js')
  const files = documents.map((document) => {
    const file = path.basename(document)
    return { file, read: readTextLedger({ name: file, bytes: fs.readFileSync(document) }) }
  })
  return planImport({ ledgers: [], tasks: [] }, files, IMPORTED_AT).state
}

/**
 * @param {string | null} folder where the questions come from
 * @returns {(kase: {ledgers: string[], text: string, at: string}) => Promise<{intent: string}>} each question in a
 *   conversation of its own
 */
export const openBots = async (cases, folder) => {
  const { assemble } = await import('../../dist/src/assemble.js')
  const bots = new Map()
  for (const { ledgers } of cases) {
    const key = ledgers.join('+')
    if (bots.has(key)) continue
    const state = await importAll(documentsOf(ledgers, folder))
    bots.set(key, assemble({ snapshot: () => state, entries: () => [] }))
  }
  let count = 0
  return ({ ledgers, text, at }) => {
    const id = String(count++)
    return bots.get(ledgers.join('+')).answer({
      id,
      conversation: { adapter: 'terminal', id, kind: 'direct' },
      sender: null,
      text,
      addressed: true,
      at,
    })
  }
}
