import { defineIntent } from '../src/intent.ts'

/** Gives an administrator a code that somebody may add the bot as a friend with. */
export const invite = defineIntent({
  name: 'invite',
  summary: '发一个好友码，对方凭它添加机器人的微信（督查室）',
  examples: ['发好友码', '给好友发码'],
  asks: ['invite'],
  aboutTasks: false,
  needs: 'administrator',
  run: async ({ access, invite: issue }) => {
    if (!access.alone) return { text: '好友码不在群里发，请私聊我说：发好友码。' }
    if (issue === null) return { text: '好友码在 duban serve 运行时从已接入的渠道领取。' }
    const code = await issue()
    return {
      text: [
        `好友码：${code}`,
        '3天内有效，只能用一次，请只给本人。',
        '请对方添加机器人微信，在验证信息里写上这个码，通过后私聊说：我是某单位联络员某某。',
      ].join('\n'),
    }
  },
})
