import { App, LogLevel } from '@slack/bolt'

// Run in a process of its own: bolt-echo.js TOKEN SECRET API-URL. The least that a Slack app can do: it posts what it is
// told. Says `ready ADDRESS`.

const [token = '', signingSecret = '', slackApiUrl = ''] = process.argv.slice(2)
const app = new App({ token, signingSecret, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR })
app.message(async ({ message, say }) => {
  if ('text' in message) await say(message.text ?? '')
})
const server = await app.start({ port: 0, host: '127.0.0.1' })
const address = server.address()
process.stdout.write(`ready http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
