/** What a mail says, without any markup. */
export interface Letter {
  heading: string
  paragraphs: string[]
  /** Names and values, shown as a table; a value may have several lines. */
  facts: Array<[name: string, value: string]>
  /** The page on which it goes on. */
  page?: string | undefined
  /** The page that stops such mails, for readers without preferences. */
  stopPage?: string | undefined
}

const signature = 'Smart Meeting Room Management System'
const preferences = 'You can choose which mails you get with the notifications of your profile.'
const stopping = 'To get no more mails like this one at your address, open this page:'

/** A letter as plain text. */
export function toText (greeting: string, { heading, paragraphs, facts, page, stopPage }: Letter): string {
  const width = Math.max(0, ...facts.map(([name]) => name.length)) + 2
  const table = facts.map(([name, value]) => `${`${name}:`.padEnd(width)}${value.replaceAll('\n', `\n${' '.repeat(width)}`)}`).join('\n')
  return [greeting, heading, ...paragraphs, ...(page === undefined ? [] : [page]), ...(table === '' ? [] : [table]), `-- \n${signature}\n${stopPage === undefined ? preferences : `${stopping}\n${stopPage}`}`].join('\n\n') + '\n'
}

/** A letter as HTML. Whatever people have written in it is shown, never interpreted. */
export function toHtml (greeting: string, { heading, paragraphs, facts, page, stopPage }: Letter): string {
  const rows = facts.map(([name, value]) =>
    `<tr><th align="left" valign="top" style="padding:4px 16px 4px 0;color:#555;font-weight:normal">${escapeHtml(name)}</th><td style="padding:4px 0">${escapeHtml(value).replaceAll('\n', '<br>')}</td></tr>`)
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a">
<p>${escapeHtml(greeting)}</p>
<h1 style="font-size:20px">${escapeHtml(heading)}</h1>
${[...paragraphs.map(escapeHtml), ...(page === undefined ? [] : [link(page)])].map(paragraph => `<p>${paragraph}</p>`).join('\n')}
<table style="border-collapse:collapse">
${rows.join('\n')}
</table>
<p style="color:#777;font-size:13px">${signature}<br>${stopPage === undefined ? preferences : `${stopping} ${link(stopPage)}`}</p>
</body>
</html>
`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function link (url: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`
}

function escapeHtml (text: string): string {
  return text.replaceAll(/[&<>"']/g, character => entities[character] as string)
}
