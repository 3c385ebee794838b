import type { ReplyForm } from '../../reply.ts'

/** How a report that was filled in begins: what it says first is how the task stands, all else are words. */
export const REPORT_LEAD = '报进展：'

const STATES = [
  { label: '正在办理', say: '正在推进' },
  { label: '已全部完成，申请办结', say: '已全部完成，申请办结' },
  { label: '尚未启动', say: '尚未启动' },
  { label: '无新进展', say: '无新进展' },
]

/** 报进展 on one task. */
export const reportForm: ReplyForm = {
  title: '报进展',
  lead: REPORT_LEAD,
  fields: [
    { label: '状态', kind: 'choice', options: STATES },
    { label: '完成百分比', kind: 'percent', before: '进度', behind: '%', optional: true },
    { label: '进展情况', kind: 'text', optional: true },
    { label: '困难和需要协调的事项', kind: 'text', before: '困难：', optional: true },
    { label: '下一步打算', kind: 'text', before: '下一步：', optional: true },
  ],
}

/** 转为进展报送: what somebody has written, as a report on a task that is still to be named. */
export const messageReportForm = (written: string): ReplyForm => ({
  title: '转为进展报送',
  lead: '',
  fields: [
    { label: '哪一项（序号或任务名称）', kind: 'task', behind: '：' },
    { label: '进展情况', kind: 'text', initial: written },
    { label: '完成百分比', kind: 'percent', before: '进度', behind: '%', optional: true },
  ],
})

/** 申请延期. The day stands at the end, where nothing of the reason can be taken for it. */
export const extensionForm: ReplyForm = {
  title: '申请延期',
  lead: '',
  fields: [
    { label: '延期原因', kind: 'text', before: '原因：' },
    { label: '延期至', kind: 'day', before: '申请延期到' },
  ],
}

/** What is missing in a report that waits to be confirmed. */
export const supplementForm: ReplyForm = {
  title: '补充内容',
  lead: '补充：',
  fields: [{ label: '文号、完成数、是否经主要负责同志审阅等', kind: 'text' }],
}

/** 退回, of what was received under a number or of the one binding that is meant. */
export const returnForm = (receipt: string): ReplyForm => ({
  title: '退回',
  lead: `退回${receipt}：`,
  fields: [{ label: '退回原因', kind: 'text' }],
})
