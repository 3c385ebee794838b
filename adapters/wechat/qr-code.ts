import qrcode from 'qrcode-terminal'

const PAGE = 'https://wechaty.js.org/qrcode/'

/** The code for logging in, as lines for a terminal, and where a browser shows it. */
export const drawQrCode = (value: string): string => {
  let drawing = ''
  try {
    qrcode.generate(value, { small: true }, (text) => {
      drawing = `${text}\n`
    })
  } catch {
    // longer than a code can hold: the page is left
  }
  return `${drawing}请用机器人账号的手机微信扫码登录。看不清时可在浏览器打开（登录码会交给该网站）：\n${PAGE}${encodeURIComponent(value)}\n`
}
