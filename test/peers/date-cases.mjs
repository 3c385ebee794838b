// Phrases with their milestones: the project's own, or the deadlines of another folder.
import fs from 'node:fs'
import path from 'node:path'
import { readCases } from '../eval/cases.mjs'
import { keyOf } from './milestones.mjs'

const OWN = new URL('../cases/dates.json', import.meta.url)

const ownCases = () =>
  JSON.parse(fs.readFileSync(OWN, 'utf8')).map(({ group, text, now, minutes, milestones, alternatives = [] }) => ({
    group,
    text,
    today: now,
    minutes,
    readings: [milestones],
    dues: alternatives,
  }))

const foreignCases = (folder) =>
  fs
    .readdirSync(folder)
    .filter((name) => /^deadlines.*\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => readCases(path.join(folder, name)))
    .map(({ cat, text, now, milestones, alt = [], altDue = [] }) => ({
      group: cat ?? 'phrases',
      text,
      today: now.slice(0, 10),
      readings: [milestones, ...alt],
      dues: altDue,
    }))

/**
 * @param {string | null} folder
 * @returns {{group: string, text: string, today: string, minutes?: number, readings: object[][], dues: (string | null)[][]}[]}
 *   `readings` are right as they are, `dues` by their due days alone
 */
export const dateCases = (folder) => (folder === null ? ownCases() : foreignCases(folder))

const sorted = (values) => [...values].sort().join()

export const isRight = ({ readings, dues }, got) =>
  readings.some((reading) => sorted(reading.map(keyOf)) === sorted(got.map(keyOf))) ||
  dues.some((days) => sorted(days.map(String)) === sorted(got.map(({ due }) => String(due))))
