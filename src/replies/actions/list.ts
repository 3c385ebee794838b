import type { IntentContext } from '../../intent.ts'
import type { ReplyAction } from '../../reply.ts'
import { PAGE, pageRows } from '../task-list.ts'
import type { TaskListing } from '../task-listing.ts'
import { rowActions } from './rows.ts'

const TITLE = 30
/** Who of a longer list has a part in it is not looked at for the sake of a button. */
const MOST_LOOKED_AT = 2_000

/** What can be done with a list: a row looked at, the list turned or narrowed. */
export const listActions = (
  listing: TaskListing,
  offset: number,
  { lead, late }: { lead: number; late: number },
  { access, question, tasks }: Pick<IntentContext, 'access' | 'question' | 'tasks'>,
): ReplyAction[] => {
  const rows = pageRows(listing, offset).map((at) => {
    const ledger = listing.severalLedgers ? `〔${listing.ledgerAt(at)}〕` : ''
    return { task: listing.rowAt(at).task, label: `${listing.numberAt(at)} ${ledger}${listing.titleAt(at, TITLE)}` }
  })
  const left = listing.tasks.length - offset - PAGE
  const { units } = question.query
  const mayNarrow =
    units.length === 0 && access.units.length > 0 && !access.administrator && tasks.length <= MOST_LOOKED_AT
  const own = mayNarrow ? tasks.filter((task) => access.may('report', task)).length : 0
  const narrows = own > 0 && own < tasks.length
  return [
    ...rowActions(rows),
    ...(left > 0 ? [fromHere(`更多（还有${left}项）`, '下一页')] : []),
    ...(lead > 0 ? [fromHere(`只看牵头${lead}项`, '只看牵头的')] : []),
    ...(narrows ? [fromHere('只看我单位', '其中我单位的')] : []),
    ...(late > 0 ? [fromHere(`已过时限${late}项`, '已过时限')] : []),
    ...(listing.tasks.length > 1 ? [fromHere('导表', '导出Excel')] : []),
  ]
}

const fromHere = (label: string, say: string): ReplyAction => ({ label, say, refers: 'answer' })
