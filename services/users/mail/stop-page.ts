/** The page on which somebody stops the mails to an address. Nothing happens before the button is pressed. */
export const stopQuestionPage = page('Stop mails', `<p>This stops all mails about meetings to your address, also those that cancel a meeting.</p>
<form method="post"><button name="List-Unsubscribe" value="One-Click">Stop mails to my address</button></form>`)

/** The page that says that they are stopped. */
export const stoppedPage = page('Mails are stopped', '<p>Your address gets no more mails about meetings. To get them again, register with your address and confirm it.</p>')

function page (title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>
`
}
