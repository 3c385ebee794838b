import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { readGold, scoreDocument } from './score-document.ts'

const FOLDER = new URL('../cases/imports/', import.meta.url)

const documents = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: batch }) =>
    readdirSync(new URL(`${batch}/`, FOLDER))
      .filter((name) => !name.endsWith('.tsv'))
      .map((name) => `${batch}/${name}`),
  )

test.each(documents)('%s: every task once, with its units and deadlines', async (path) => {
  const url = new URL(path.split('/').map(encodeURIComponent).join('/'), FOLDER)
  const gold = readGold(new URL(url.href.replace(/\.[a-z]+$/u, '.tsv')))
  const read = await readLedgerFile({ name: path.split('/')[1] ?? path, bytes: readFileSync(url) })
  const { wrong, extra } = scoreDocument(gold, read.tasks)
  expect(wrong.map(({ begins, what }) => `${begins}: ${what.join()}`)).toEqual([])
  expect(extra.map(({ content }) => content)).toEqual([])
})
