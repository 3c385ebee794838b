import { squeeze } from '../cell-text.ts'

const PART =
  '第?[一二三四1-4]季度|[上下]半年|[一二三四五六七八九十\\d]{1,2}(?:[-—~～至][一二三四五六七八九十\\d]{1,2})?月份?'
const WHAT = '(?:底|末)?前?(?:工作|形象|建设|阶段|推进)?(?:目标任务|目标|任务|计划|进度|安排|节点|要求|内容)?'
const PART_OF_YEAR = new RegExp(`^(20\\d\\d年)?(${PART})${WHAT}$`, 'u')
const WHOLE_YEAR = new RegExp(`^(20\\d\\d年)度?${WHAT}$`, 'u')

/** The part of a year that a heading stands for: 一季度, 上半年目标, 2024年6月底前; null for any other. */
export const partOfYear = (heading: string): string | null => {
  const [, year = '', part] = PART_OF_YEAR.exec(squeeze(heading)) ?? []
  return part === undefined ? null : year + part
}

/** The year that a heading stands for beside those of other years: 2024年, 2025年度目标. */
export const wholeYear = (heading: string): string | null => WHOLE_YEAR.exec(squeeze(heading))?.[1] ?? null
